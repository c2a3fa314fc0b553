import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { microsToMillis } from '../../domain/time'
import type { Connection } from '../../sync/board/connection'
import type { Board } from '../../sync/board/fold'
import { watchBoard } from '../../sync/board/stream'

export interface BoardView {
  readonly board: ShallowRef<Board | null>
  readonly connection: ShallowRef<Connection>
  /** How far this device's clock is ahead of the server's, in milliseconds, as far as fresh frames tell. */
  readonly skewMillis: Ref<number>
}

/** A discipline's board for an audience, as long as the component lives. */
export function useBoard(discipline: () => string, audience = 'public'): BoardView {
  const board = shallowRef<Board | null>(null)
  const connection = shallowRef<Connection>({ state: 'connecting' })
  const skewMillis = ref(0)
  let sharpest = Infinity
  let leave = () => {}

  /** A frame that follows another is about as old as its way; the least of them is the best reading. */
  function hear(next: Board | null): void {
    const follows = board.value !== null && next !== null && next !== board.value && next.epoch === board.value.epoch
    if (follows) {
      const apart = Date.now() - microsToMillis(next.atMicros)
      if (Math.abs(apart) < Math.abs(sharpest)) skewMillis.value = sharpest = apart
    }
    board.value = next
  }

  watch(
    discipline,
    (id) => {
      leave()
      board.value = null
      leave = watchBoard(`${id}/${audience}`, (next, word) => {
        hear(next)
        connection.value = word
      })
    },
    { immediate: true },
  )
  onScopeDispose(() => leave())
  return { board, connection, skewMillis }
}
