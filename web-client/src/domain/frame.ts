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
  readonly progress: Progress
}

export interface Stage extends Progress {
  readonly id: string
  readonly title: Words
  readonly state: string
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
  readonly award?: string | Words | null
  readonly change?: RowChange | null
}

/** A correction to be announced: the value before and after, and when. */
export interface RowChange {
  readonly from?: string
  readonly to?: string
  readonly at?: number
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
  /** Team drill: the time returned, in seconds, and what is taken off, once the lane is signed. */
  readonly seconds?: string | null
  readonly lanes?: readonly Lane[]
}

/** A team in the field; what was taken off stays hidden until the lane is signed. */
export interface Lane {
  readonly number: string
  readonly name?: string | null
  readonly unit?: string | null
  readonly state: string
  readonly total?: string | null
  readonly seconds?: string | null
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
  readonly divisions?: readonly Division[]
  readonly rows?: readonly Row[]
  readonly gone?: readonly string[]
  readonly now?: Now | null
  readonly sheets?: readonly SheetCell[]
}
