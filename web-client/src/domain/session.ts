import type { PlannedSession, Stage } from './frame'
import { dateOf } from './lane'
import { microsToMillis } from './time'

/** What the plan and people's acts together say about now. */
export interface SessionNow {
  readonly current: PlannedSession | null
  /** Until the planned end; negative once it has passed and nobody has closed the stage. */
  readonly remainingMillis: number | null
  readonly next: PlannedSession | null
}

/**
 * Which session is going on. A stage is open because people opened it, and stays so past its planned end: then its last session is
 * still on. Between two sessions of an open stage nothing is on.
 */
export function sessionNow(sessions: readonly PlannedSession[], stages: readonly Stage[], nowMillis: number): SessionNow {
  const state = new Map(stages.map((stage) => [stage.id, stage.state]))
  const hasBegun = (one: PlannedSession) => microsToMillis(one.begins) <= nowMillis
  const isOver = (one: PlannedSession) => microsToMillis(one.ends) <= nowMillis
  const goesOn = (one: PlannedSession) =>
    state.get(one.stage) === 'open' && hasBegun(one) && !(isOver(one) && sessions.some((later) => later.stage === one.stage && later.begins > one.begins))
  const current = sessions.findLast((one) => goesOn(one) && !isOver(one)) ?? sessions.findLast(goesOn) ?? null
  const next = sessions.find((one) => one !== current && !isOver(one) && state.get(one.stage) !== 'closed' && (!current || one.begins > current.begins)) ?? null
  return { current, remainingMillis: current ? microsToMillis(current.ends) - nowMillis : null, next }
}

/** The sessions of the day of the one that is on, or else of the next one. */
export function sessionsOfDay(sessions: readonly PlannedSession[], { current, next }: SessionNow): readonly PlannedSession[] {
  const dayOfSession = (one: PlannedSession) => dateOf(microsToMillis(one.begins))
  const shown = current ?? next
  return shown ? sessions.filter((one) => dayOfSession(one) === dayOfSession(shown)) : []
}
