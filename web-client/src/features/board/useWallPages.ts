import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'
import type { Row } from '../../domain/frame'
import type { WallPage } from '../../domain/standing'

const TURN_MILLIS = 10_000
const TURN_CHANGED_MILLIS = 20_000
const TICK_MILLIS = 500

interface WallPages {
  readonly page: ComputedRef<WallPage | null>
  readonly at: ComputedRef<number>
  /** 1 when a page has just come up, 0 when it turns. */
  readonly rest: ComputedRef<number>
  /** Turns to the first page that is as wanted and stops there for as long as on one that changed. */
  open(wanted: (page: WallPage) => boolean): void
}

/** Turns the pages of a wall by itself: 10 s each, 20 s on a page whose values changed while it was up. */
export function useWallPages(pages: () => readonly WallPage[]): WallPages {
  const index = ref(0)
  const shownMillis = ref(Date.now())
  const nowMillis = ref(Date.now())
  const stay = ref(TURN_MILLIS)
  let before = ''

  const at = computed(() => (pages().length > 0 ? index.value % pages().length : 0))
  const page = computed(() => pages()[at.value] ?? null)

  const timer = setInterval(() => {
    nowMillis.value = Date.now()
    const values = (page.value?.rows ?? []).map((row: Row) => `${row.id}=${row.total}`).join()
    if (before !== '' && values !== before) stay.value = TURN_CHANGED_MILLIS
    before = values
    if (nowMillis.value - shownMillis.value >= stay.value) turn((at.value + 1) % Math.max(1, pages().length), TURN_MILLIS)
  }, TICK_MILLIS)

  function turn(to: number, millis: number): void {
    index.value = to
    shownMillis.value = nowMillis.value = Date.now()
    stay.value = millis
    before = ''
  }

  function open(wanted: (page: WallPage) => boolean): void {
    const found = pages().findIndex(wanted)
    if (found >= 0) turn(found, TURN_CHANGED_MILLIS)
  }

  onScopeDispose(() => clearInterval(timer))
  return { page, at, rest: computed(() => Math.max(0, 1 - (nowMillis.value - shownMillis.value) / stay.value)), open }
}
