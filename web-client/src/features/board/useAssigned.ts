import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Words } from '../../domain/frame'
import { api, ProblemError } from '../../sync/api'
import type { Connection } from '../../sync/board/connection'

export interface Wall {
  readonly number: number
  readonly name: string
  readonly discipline?: string
}
export interface WallsOf {
  readonly title: Words
  readonly venue?: string
  readonly walls?: readonly Wall[]
}

const LOOK_MILLIS = 3_000

/**
 * What the operator assigned to a wall, looked at every few seconds for as long as the page is there. When no answer comes, what hangs
 * stays; only an answer changes it, so a wall comes back by itself after a power cut.
 */
export function useAssigned(
  id: () => string,
  number: () => number,
): { contest: ShallowRef<WallsOf | null>; wall: ComputedRef<Wall | null>; connection: Ref<Connection> } {
  const contest = shallowRef<WallsOf | null>(null)
  const connection = ref<Connection>({ state: 'connecting' })

  async function look(): Promise<void> {
    try {
      contest.value = await api.get<WallsOf>(`contests/${id()}`)
      connection.value = { state: 'live' }
    } catch (error) {
      const gone = error instanceof ProblemError && error.status === 404
      if (gone) contest.value = null
      connection.value = { state: gone ? 'absent' : 'reconnecting' }
    }
  }
  void look()
  const timer = setInterval(() => void look(), LOOK_MILLIS)
  onScopeDispose(() => clearInterval(timer))
  return { contest, wall: computed(() => contest.value?.walls?.find((one) => one.number === number()) ?? null), connection }
}
