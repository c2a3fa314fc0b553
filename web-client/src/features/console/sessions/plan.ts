import type { PlannedSession } from '../api/judging'

/** A line of the plan as it is typed: a date and two times in the zone of the console's machine. */
export interface Line {
  stage: string
  day: string
  from: string
  to: string
}

const two = (part: number) => String(part).padStart(2, '0')
const dayOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
const timeOf = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`
const MICROS = 1000

export function lineOf({ stage, beginsMicros, endsMicros }: PlannedSession): Line {
  const begins = new Date(beginsMicros / MICROS)
  return { stage, day: dayOf(begins), from: timeOf(begins), to: timeOf(new Date(endsMicros / MICROS)) }
}

/** Null while something is not filled in. An end before the beginning is of the next day: sessions may go on past midnight. */
export function sessionOf({ stage, day, from, to }: Line): PlannedSession | null {
  if (!stage || !day || !from || !to) return null
  const begins = new Date(`${day}T${from}`)
  const ends = new Date(`${day}T${to}`)
  if (ends < begins) ends.setDate(ends.getDate() + 1)
  return { stage, beginsMicros: begins.getTime() * MICROS, endsMicros: ends.getTime() * MICROS }
}
