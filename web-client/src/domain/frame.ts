/**
 * A board as the server sends it: a whole snapshot, or a delta against the frame with number `prev`.
 * Numbers that are scores stay decimal text: the client shows what was computed and never computes a score.
 */
export interface Words {
  readonly zh: string
  readonly en?: string
}

export interface Progress {
  readonly signed: number
  readonly marked: number
  readonly due: number
}

export interface Head {
  readonly contest: Words
  readonly discipline: Words
  readonly code: string
  readonly kind: string
  readonly state: string
  readonly certainty: string
  readonly publicity: string
  readonly identity: string
  readonly labels?: unknown
  readonly decimals?: number
  readonly progress?: Progress
  /** Days of the contest, as 2026-11-23. */
  readonly firstDay?: string
  readonly lastDay?: string
  /** What awards are called, best first; only once they are shown. */
  readonly awards?: readonly Award[]
}

export interface Award {
  readonly id: string
  readonly title: Words
}

export interface Stage extends Partial<Progress> {
  readonly id: string
  readonly title: Words
  readonly state: string
}

/** A stretch of a day planned for a stage; microseconds since 1970. Nothing opens or closes by it. */
export interface PlannedSession {
  readonly stage: string
  readonly begins: number
  readonly ends: number
}

export interface Division {
  readonly id: string
  readonly title: Words
  readonly entries: number
}

export interface Row {
  readonly id: string
  readonly division: string
  /** Absent while the row is not ranked (no score yet, not finished). */
  readonly rank?: number | null
  readonly shared?: boolean
  readonly number?: string | null
  readonly name?: string | null
  readonly unit?: string | null
  readonly delegation?: string | null
  readonly total?: string | null
  readonly stages?: Readonly<Record<string, string>>
  readonly status?: string | null
  readonly certainty?: string
  /** Id of one of the head's awards. */
  readonly award?: string | null
  /** The score is there and kept back by the rule. */
  readonly held?: boolean
  /** Team drill: seconds by stage, once they are shown, and sheets signed of all. */
  readonly times?: Readonly<Record<string, string>>
  readonly items?: Items
  readonly change?: RowChange | null
}

export interface Items {
  readonly done: number
  readonly all: number
}

/** A correction to be announced: the value before and after, and when. */
export interface RowChange {
  readonly from: string
  readonly to: string
  /** Microseconds of the server. */
  readonly at: number
}

export interface ShownMark {
  readonly label: string
  readonly value: string
  readonly dropped?: 'high' | 'low' | null
}

export interface Shown {
  readonly marks: readonly ShownMark[]
  readonly mean?: string | null
  readonly deductions?: string | null
  readonly total: string
  readonly rank?: number | null
}

export interface Now {
  readonly stage?: string
  readonly number?: string
  readonly name?: string | null
  readonly unit?: string | null
  readonly title?: string | null
  readonly seats?: readonly { readonly label: string; readonly state: 'empty' | 'marked' }[]
  readonly shown?: Shown | null
  /** All marks are in, and the rule keeps the score back. */
  readonly held?: boolean
  readonly clock?: LaneClock
  readonly limit?: string
  readonly lanes?: readonly Lane[]
}

/** A team in the field; what was taken off stays hidden until the lane is signed. */
export interface Lane {
  readonly stage: string
  readonly number: string
  readonly name?: string | null
  readonly unit?: string | null
  readonly state: 'waiting' | 'running' | 'marking' | 'complete' | 'signed'
  readonly items: Items
  /** Seconds. */
  readonly limit?: string
  readonly seconds?: string
  readonly clock?: LaneClock
  /** base − lost = total, once it is signed. */
  readonly base?: string
  readonly lost?: string
  readonly total?: string
  readonly rank?: number | null
}

/** What a timekeeper's clock showed, in milliseconds, when it was set (microseconds of the server); running, it goes on from there. */
export interface LaneClock {
  readonly running: boolean
  readonly shown: number
  readonly returned: number
  readonly since: number
}

/** Why a row has what it shows: seats' marks, or what was lost in which part. */
export interface Why {
  readonly id: string
  readonly stages: readonly WhyStage[]
}

export interface WhyStage extends Partial<Omit<Shown, 'total'>> {
  readonly id: string
  readonly title: Words
  readonly total: string
  readonly seconds?: string
  readonly parts?: readonly { readonly title: Words; readonly value?: string; readonly max?: string; readonly lost?: string }[]
}

/** One cell of the staff's grid: an entry's sheet by one seat. */
export interface SheetCell {
  readonly id: string
  readonly stage: string
  readonly form: string
  readonly subject: string
  readonly seat: string
  readonly state: string
}

export interface Frame {
  readonly board: string
  readonly epoch: string
  readonly seq: number
  readonly prev: number
  readonly kind: 'snapshot' | 'delta'
  readonly at: number
  readonly head?: Head
  readonly stages?: readonly Stage[]
  readonly sessions?: readonly PlannedSession[]
  readonly divisions?: readonly Division[]
  readonly rows?: readonly Row[]
  readonly gone?: readonly string[]
  readonly now?: Now | null
  readonly sheets?: readonly SheetCell[]
}
