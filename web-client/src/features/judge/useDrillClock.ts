import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import type { Slot } from '../../domain/mark'
import { Stopwatch, type Kept } from '../../sync/clock/stopwatch'
import { useDeskView } from './useDesk'

const SHOWN_EVERY_MILLIS = 100
const KEPT_EVERY_MILLIS = 1_000

export interface DrillClock {
  readonly running: Ref<boolean>
  readonly shownMillis: Ref<number>
  start(): void
  stop(): void
  reset(): void
}

/** The stopwatch of one number, kept on the device; boards hear of every start and stop. */
export function useDrillClock(place: Slot): DrillClock {
  const { desk } = useDeskView()
  const watch = shallowRef(new Stopwatch(null))
  const running = ref(false)
  const shownMillis = ref(0)
  let keptAt = 0

  function show(): void {
    running.value = watch.value.running
    shownMillis.value = watch.value.elapsed()
    if (running.value && performance.now() - keptAt >= KEPT_EVERY_MILLIS) keep()
  }
  function keep(): void {
    keptAt = performance.now()
    void desk.drillClocks.keep(place, watch.value.kept())
  }
  function changed(change: () => void): void {
    change()
    show()
    keep()
    void desk.drillClocks.tell(place, watch.value.running, Math.round(watch.value.elapsed()))
  }
  void desk.drillClocks.kept(place).then((kept: Kept | null) => {
    if (kept) watch.value = new Stopwatch(kept)
    show()
  })
  const timer = setInterval(show, SHOWN_EVERY_MILLIS)
  onScopeDispose(() => clearInterval(timer))
  return {
    running,
    shownMillis,
    start: () => changed(() => watch.value.start()),
    stop: () => changed(() => watch.value.stop()),
    reset: () => changed(() => watch.value.reset()),
  }
}
