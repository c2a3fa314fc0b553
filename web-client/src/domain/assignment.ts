import type { Words } from './frame'

/** Numbers are decimal text: what a judge typed is what travels. */
export interface Range {
  readonly min?: string | null
  readonly max?: string | null
  readonly step?: string | null
  readonly decimals?: number | null
}

interface AspectHead {
  readonly id: string
  readonly title: Words
  readonly max: string
  readonly counts?: boolean
  /** May stay without a value. */
  readonly optional?: boolean
  readonly section?: string | null
}

export interface Interval {
  readonly input: string
  readonly low?: string | null
  readonly lowOpen?: boolean
  readonly high?: string | null
  readonly highOpen?: boolean
}
export interface Grade {
  readonly when: string
  readonly points: string
  /** Any alternative, all intervals of it. */
  readonly alternatives: readonly (readonly Interval[])[]
}
export interface MeasuredInput {
  readonly id: string
  readonly title?: Words
  readonly unit?: string
  readonly range: Range
}
export interface TallyItem {
  readonly id: string
  readonly title: Words
  /** Signed change of one occurrence. */
  readonly each: string
  readonly per?: string | null
  readonly unit?: string | null
  readonly direct?: boolean
  readonly cap?: string | null
  readonly forfeit?: boolean
  readonly forfeitOver?: string | null
  readonly amounts?: Range
}

export type Numeric = AspectHead & { readonly kind: 'points' | 'recorded'; readonly range: Range }
export type Counted = AspectHead & { readonly kind: 'count'; readonly possible: number }
export type Chosen = AspectHead & {
  readonly kind: 'choice'
  readonly levels: readonly { readonly id: string; readonly title: Words; readonly points: string; readonly band?: Range | null }[]
}
export type Measured = AspectHead & { readonly kind: 'measured'; readonly inputs: readonly MeasuredInput[]; readonly grades: readonly Grade[] }
export type Banded = AspectHead & {
  readonly kind: 'bands'
  readonly target: string
  readonly range: Range
  readonly bands: readonly { readonly below: string; readonly above: string; readonly points: string }[]
}
export type Judged = AspectHead & { readonly kind: 'judgement'; readonly benchmarks: readonly Words[] }
export type Tally = AspectHead & {
  readonly kind: string
  readonly tally: true
  readonly base: string
  readonly floor?: string | null
  readonly ceiling?: string | null
  readonly items: readonly TallyItem[]
}
export type Timed = AspectHead & { readonly kind: 'time'; readonly range: Range; readonly limit?: string | null; readonly least?: string | null }
export type Gate = AspectHead & { readonly kind: 'gate'; readonly zeroes: string; readonly items: readonly { readonly id: string; readonly title: Words }[] }
export type PassFail = AspectHead & { readonly kind: 'pass-fail' }
export type Attendance = AspectHead & { readonly kind: 'attendance'; readonly range: Range }

export type Aspect = Numeric | Counted | Chosen | Measured | Banded | Judged | Tally | Timed | Gate | PassFail | Attendance

export const isTally = (aspect: Aspect): aspect is Tally => (aspect as { tally?: boolean }).tally === true

export interface Form {
  readonly id: string
  readonly stage: string
  readonly title: Words
  readonly pieces?: number | null
  readonly attempts?: number | null
  readonly aspects: readonly Aspect[]
}

export interface Subject {
  readonly stage: string
  readonly number: string
  readonly name?: string | null
  readonly unit?: string | null
  readonly title?: string | null
  readonly status?: string | null
}

export type SheetState = 'empty' | 'marking' | 'complete' | 'signed' | 'returned' | 'disputed'

export interface SheetOfSeat {
  readonly stage: string
  readonly form: string
  readonly subject: string
  readonly state: SheetState
  readonly reason?: string | null
}

export interface Vote {
  readonly seat: string
  readonly label: string
  readonly value: string
  readonly reason?: string | null
}

/** A judged cell across its panel: nothing of the others before all seats are in. */
export interface PanelCell {
  readonly stage: string
  readonly subject: string
  readonly piece: number
  readonly aspect: string
  readonly attempt: number
  readonly seats: number
  /** Seats that have not marked it in this round. */
  readonly waiting: number
  readonly votes: readonly Vote[]
  /** Every seat is to mark it again, with a reason. */
  readonly again: boolean
  readonly callsChief: boolean
  /** Rounds that failed, oldest first. */
  readonly rounds: readonly { readonly width: string; readonly votes: readonly Vote[] }[]
}

/** Everything one seat may see and mark; names only where the rule says open. */
export interface Assignment {
  readonly serverMicros: number
  readonly seat: { readonly id: string; readonly label: string; readonly role: string; readonly person?: string | null }
  readonly discipline: {
    readonly id: string
    readonly contest: Words
    readonly title: Words
    readonly code: string
    readonly kind: string
    readonly state: string
  }
  readonly cursor?: { readonly stage: string; readonly subject: string } | null
  /** Clocks of teams in the field, as the timing seat told them last. */
  readonly clocks?: readonly { readonly stage: string; readonly subject: string; readonly running: boolean; readonly shownMillis: number; readonly sinceMicros: number }[]
  readonly stages: readonly { readonly id: string; readonly title: Words; readonly state: string; readonly identity: string }[]
  readonly forms: readonly Form[]
  readonly subjects: readonly Subject[]
  readonly marks: readonly {
    readonly key: string
    readonly stage: string
    readonly subject: string
    readonly piece: number
    readonly aspect: string
    readonly attempt: number
    readonly value: string
    readonly state: string
  }[]
  readonly sheets: readonly SheetOfSeat[]
  readonly panels?: readonly PanelCell[]
}
