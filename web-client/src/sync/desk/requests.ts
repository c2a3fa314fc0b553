import type { Assignment } from '../../domain/assignment'
import type { KeptMark } from '../../domain/mark'
import type { Api } from '../api'
import type { SeatClock } from '../clock/seatClock'

/** A mark as it travels. */
export function asSent({ key, replaces, stage, subject, piece, aspect, attempt, value, reason, actMicros }: KeptMark) {
  return { key, ...(replaces ? { replaces } : {}), ...(reason ? { reason } : {}), stage, subject, piece, aspect, attempt, value, actMicros }
}

/** One tab of a device sends at a time. */
export async function alone(name: string, run: () => Promise<void>): Promise<void> {
  // Without locks (plain HTTP) two tabs may send the same marks: each has its own key, so they count once.
  if (typeof navigator === 'undefined' || !navigator.locks) return run()
  await navigator.locks.request(name, run)
}

/** The assignment; what its answer says of the server's clock is taken along. */
export async function timed(api: Api, clock: SeatClock): Promise<Assignment> {
  const sent = clock.nowMicros()
  const assignment = await api.get<Assignment>('seat/assignment')
  clock.sample(sent, clock.nowMicros(), assignment.serverMicros)
  return assignment
}
