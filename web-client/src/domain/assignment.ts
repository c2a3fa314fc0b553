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
  /** Why it is not marked any more; `out` where names are hidden. */
  readonly status?: string | null
}

export type SheetState = 'empty' | 'marking' | 'complete' | 'signed' | 'returned' | 'disputed'

export interface SheetOfSeat {
  readonly stage: string
  readonly form: string
  readonly subject: string
  readonly state: SheetState
  readonly reason?: string | null
  /** Since when it is with its judge again. */
  readonly returnedMicros?: number | null
  readonly notes?: readonly Note[]
  readonly cosigned?: readonly Cosignature[]
}

/** Words beside the marks, stamped with the moment they were begun. */
export interface Note {
  readonly key: string
  readonly text: string
  readonly madeMicros: number
}

export const COSIGNERS = ['judge', 'contestant', 'chief'] as const
export type CosignerKind = (typeof COSIGNERS)[number]

export interface Cosignature {
  readonly by: CosignerKind
  readonly label?: string | null
  readonly way: 'pin' | 'paper' | 'refused'
  readonly reason?: string | null
  readonly recordedMicros: number
}

/** A seat that may sign beside this one with its own PIN. */
export interface CosignerSeat {
  readonly seat: string
  readonly label: string
  readonly by: CosignerKind
}

/** How the levels of a panel become points. */
export interface JudgedSum {
  readonly levels: readonly string[]
  readonly over: number
  readonly max: string
  readonly points: string
  readonly exact: boolean
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
  readonly sum?: JudgedSum | null
  /** The votes are shown: the seat does not change its own by itself. */
  readonly fixed?: boolean
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
    readonly madeMicros?: number
  }[]
  readonly sheets: readonly SheetOfSeat[]
  readonly panels?: readonly PanelCell[]
  readonly cosigners?: readonly CosignerSeat[]
}
