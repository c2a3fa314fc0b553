import { computed, type ComputedRef } from 'vue'
import type { Stage } from '../../domain/frame'
import { dateOf, dayOf } from '../../domain/lane'
import { sessionNow, type SessionNow } from '../../domain/session'
import type { Board } from '../../sync/board/fold'

interface Day {
  readonly day: ComputedRef<number | null>
  readonly module: ComputedRef<Stage | null>
  readonly session: ComputedRef<SessionNow>
}

/** Which day of the contest it is, the module that is on now (null where there is none), and what the plan of sessions says about it. */
export function useDay(board: () => Board, todayMillis: () => number): Day {
  const session = computed(() => sessionNow(board().sessions, board().stages, todayMillis()))
  return {
    session,
    day: computed(() => {
      const { firstDay, lastDay } = board().head
      return firstDay === lastDay ? null : dayOf(firstDay, lastDay, dateOf(todayMillis()))
    }),
    module: computed(() => board().stages.find((stage) => stage.id === session.value.current?.stage) ?? board().stages.findLast((stage) => stage.state === 'open') ?? null),
  }
}

/** What comes after what is going on: the next planned session, the next module, or the next act on the way to announced results. */
export type Next = { readonly kind: 'session'; readonly stage: Stage; readonly begins: number } | { readonly kind: 'stage'; readonly stage: Stage } | { readonly kind: 'act'; readonly act: string } | null

const ACTS: Readonly<Record<string, string>> = { closed: 'lock', locked: 'open', opened: 'issue', issued: 'announce' }

export function nextOf(board: Board, nowMillis: number): Next {
  const session = sessionNow(board.sessions, board.stages, nowMillis).next
  const planned = session && board.stages.find((stage) => stage.id === session.stage)
  if (session && planned) return { kind: 'session', stage: planned, begins: session.begins }
  const waiting = board.stages.find((stage) => stage.state === 'pending')
  if (waiting) return { kind: 'stage', stage: waiting }
  const act = board.head.state === 'locked' && board.head.identity !== 'sealed' ? 'issue' : ACTS[board.head.state]
  return act ? { kind: 'act', act } : null
}
