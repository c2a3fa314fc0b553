import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import type { Award } from '../../domain/frame'
import type { Board } from '../../sync/board/fold'

/** Awards that somebody got, the least first: the order in which they are called out. */
export function callOrder(board: Board | null): readonly Award[] {
  const rows = [...(board?.rows.values() ?? [])]
  return (board?.head.awards ?? []).filter((award) => rows.some((row) => row.award === award.id)).reverse()
}

interface Prizes {
  /** Which award is shown, from the least; null while none is. */
  readonly step: Ref<number | null>
  readonly offered: ComputedRef<boolean>
  next(): void
  back(): void
}

/** Calling out the prizes of announced results on a wall, by click or key: each step one award, after the best the table again. */
export function usePrizes(board: () => Board | null): Prizes {
  const step = ref<number | null>(null)
  const awards = computed(() => callOrder(board()))
  const offered = computed(() => board()?.head.state === 'announced' && awards.value.length > 0)

  const next = () => {
    const to = step.value === null ? 0 : step.value + 1
    step.value = offered.value && to < awards.value.length ? to : null
  }
  const back = () => (step.value = step.value ? step.value - 1 : null)

  function key(event: KeyboardEvent): void {
    if (step.value === null) return
    if (['ArrowRight', 'PageDown', ' '].includes(event.key)) next()
    else if (['ArrowLeft', 'PageUp'].includes(event.key)) back()
    else if (event.key === 'Escape') step.value = null
    else return
    event.preventDefault()
  }
  addEventListener('keydown', key)
  onScopeDispose(() => removeEventListener('keydown', key))
  return { step, offered, next, back }
}
