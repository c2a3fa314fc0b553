import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { Now } from '../../domain/frame'

export type Moment = 'standby' | 'marking' | 'turning' | 'dropping' | 'summing' | 'final' | 'ranked'

const TILE_MILLIS = 250
const PAUSE_MILLIS = 900
const RANKED_AFTER_MILLIS = 2_000

/**
 * The score moment of a stage: tiles turn one by one, the dropped ones shrink, mean and deduction appear, then the final,
 * and two seconds later the ranking. Only what comes live is played; a page opened later shows the end of it.
 */
export function useScoreMoment(now: () => Now | null): { moment: Ref<Moment>; turned: Ref<number> } {
  const moment = ref<Moment>('standby')
  const turned = ref(Infinity)
  let timers: ReturnType<typeof setTimeout>[] = []
  let first = true

  const clear = () => {
    timers.forEach(clearTimeout)
    timers = []
  }
  const after = (millis: number, run: () => void) => timers.push(setTimeout(run, millis))

  function play(tiles: number): void {
    moment.value = 'turning'
    turned.value = 0
    for (let tile = 1; tile <= tiles; tile++) after(tile * TILE_MILLIS, () => (turned.value = tile))
    const end = (tiles + 1) * TILE_MILLIS
    after(end + PAUSE_MILLIS, () => (moment.value = 'dropping'))
    after(end + 2 * PAUSE_MILLIS, () => (moment.value = 'summing'))
    after(end + 3 * PAUSE_MILLIS, () => (moment.value = 'final'))
    after(end + 3 * PAUSE_MILLIS + RANKED_AFTER_MILLIS, () => (moment.value = 'ranked'))
  }

  watch(
    () => {
      const current = now()
      return `${current?.stage ?? ''}|${current?.number ?? ''}|${current?.shown ? 'shown' : current?.seats?.some((seat) => seat.state === 'marked') ? 'marking' : 'standby'}`
    },
    (key, before) => {
      clear()
      const state = key.slice(key.lastIndexOf('|') + 1)
      const same = before !== undefined && before.slice(0, before.lastIndexOf('|')) === key.slice(0, key.lastIndexOf('|'))
      if (state !== 'shown') moment.value = state as Moment
      else if (first || !same) moment.value = 'ranked'
      else play(now()?.shown?.marks.length ?? 0)
      if (moment.value === 'ranked') turned.value = Infinity
      first = false
    },
    { immediate: true },
  )
  onScopeDispose(clear)
  return { moment, turned }
}
