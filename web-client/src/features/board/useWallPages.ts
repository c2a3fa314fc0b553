import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import type { Row } from '../../domain/frame'
import type { WallPage } from '../../domain/standing'

const TURN_MILLIS = 10_000
const TURN_CHANGED_MILLIS = 20_000
const TICK_MILLIS = 500

/** Turns the pages of a wall by itself: 10 s each, 20 s on a page whose values changed while it was up. */
export function useWallPages(pages: () => readonly WallPage[]): { page: ComputedRef<WallPage | null>; at: ComputedRef<number>; rest: ComputedRef<number> } {
  const index = ref(0)
  const shownMillis = ref(Date.now())
  const nowMillis = ref(Date.now())
  let before = ''

  const at = computed(() => (pages().length > 0 ? index.value % pages().length : 0))
  const page = computed(() => pages()[at.value] ?? null)
  const stay = ref(TURN_MILLIS)

  const timer = setInterval(() => {
    nowMillis.value = Date.now()
    const values = (page.value?.rows ?? []).map((row: Row) => `${row.id}=${row.total}`).join()
    if (before !== '' && values !== before) stay.value = TURN_CHANGED_MILLIS
    before = values
    if (nowMillis.value - shownMillis.value >= stay.value) turn()
  }, TICK_MILLIS)

  function turn(): void {
    index.value = (at.value + 1) % Math.max(1, pages().length)
    shownMillis.value = Date.now()
    stay.value = TURN_MILLIS
    before = ''
  }

  onScopeDispose(() => clearInterval(timer))
  return { page, at, rest: computed(() => Math.max(0, 1 - (nowMillis.value - shownMillis.value) / stay.value)) }
}
