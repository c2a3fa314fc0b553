import type { LaneClock } from './frame'
import { microsToMillis } from './time'

/** What a lane's clock shows, and how it stands to its limit. */
export interface Reading {
  readonly seconds: number
  readonly over: boolean
  /** 0 to 1: the part of the limit that has gone. */
  readonly share: number
}

/**
 * Reads a lane's clock.
 *
 * @param skewMillis how far this device's clock is ahead of the server's
 */
export function readClock(clock: LaneClock, limit: string | undefined, nowMillis: number, skewMillis: number): Reading {
  const gone = clock.running ? Math.max(0, nowMillis - skewMillis - microsToMillis(clock.since)) : 0
  return reading((clock.shown + gone) / 1000, limit)
}

export function reading(seconds: number, limit: string | undefined): Reading {
  const most = limit === undefined ? NaN : Number(limit)
  return { seconds, over: seconds > most, share: most > 0 ? Math.min(1, seconds / most) : 0 }
}

/** The day of a contest a date falls on, counted from 1; null before, after, or when the days are not known. */
export function dayOf(firstDay: string | undefined, lastDay: string | undefined, today: string): number | null {
  if (!firstDay || !lastDay || today < firstDay || today > lastDay) return null
  return Math.round((Date.parse(today) - Date.parse(firstDay)) / 86_400_000) + 1
}

/** Today as 2026-11-23 in the zone of the device. */
export function dateOf(millis: number): string {
  const at = new Date(millis)
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
