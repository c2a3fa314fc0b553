import { computed, onScopeDispose, ref, type ComputedRef } from 'vue'

/** Layouts of a wall, chosen from the picture's size. */
export type Shape = 'wide' | 'narrow' | 'strip'

const STRIP_FROM = 2.4
const NARROW_BELOW = 1.5

/** Rows a page holds, so that a row's text stays at 5 % of the height or more. */
export const ROWS: Readonly<Record<Shape, number>> = { wide: 10, narrow: 8, strip: 10 }

export function useHallShape(): ComputedRef<Shape> {
  const ratio = ref(innerWidth / innerHeight)
  const measure = () => (ratio.value = innerWidth / innerHeight)
  addEventListener('resize', measure)
  onScopeDispose(() => removeEventListener('resize', measure))
  return computed(() => (ratio.value >= STRIP_FROM ? 'strip' : ratio.value < NARROW_BELOW ? 'narrow' : 'wide'))
}
