import { computed, type ComputedRef } from 'vue'
import type { Stage } from '../../domain/frame'
import { dateOf, dayOf } from '../../domain/lane'
import type { Board } from '../../sync/board/fold'

/** Which day of the contest it is, and the module that is marked now; null where there is none. */
export function useDay(board: () => Board, todayMillis: () => number): { day: ComputedRef<number | null>; module: ComputedRef<Stage | null> } {
  return {
    day: computed(() => {
      const { firstDay, lastDay } = board().head
      return firstDay === lastDay ? null : dayOf(firstDay, lastDay, dateOf(todayMillis()))
    }),
    module: computed(() => board().stages.findLast((stage) => stage.state === 'open') ?? null),
  }
}

/** What comes after what is going on: the next module, or the next act on the way to announced results. */
export type Next = { readonly kind: 'stage'; readonly stage: Stage } | { readonly kind: 'act'; readonly act: string } | null

const ACTS: Readonly<Record<string, string>> = { closed: 'lock', locked: 'open', opened: 'issue', issued: 'announce' }

export function nextOf(board: Board): Next {
  const waiting = board.stages.find((stage) => stage.state === 'pending')
  if (waiting) return { kind: 'stage', stage: waiting }
  const act = board.head.state === 'locked' && board.head.identity !== 'sealed' ? 'issue' : ACTS[board.head.state]
  return act ? { kind: 'act', act } : null
}
