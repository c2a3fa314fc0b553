import type { Assignment, Form, SheetState, Subject } from './assignment'
import type { Slot } from './mark'

/** A sheet of one seat: a form for one subject. */
export interface SheetKey {
  readonly stage: string
  readonly form: string
  readonly subject: string
}

export const sheetId = (sheet: SheetKey): string => [sheet.stage, sheet.form, sheet.subject].join('|')

/** Every slot that a sheet asks for, in the order in which it is filled. */
export function slotsOf(form: Form, subject: string): Slot[] {
  const pieces = Array.from({ length: form.pieces ?? 1 }, (_, at) => at + 1)
  const attempts = Array.from({ length: form.attempts ?? 1 }, (_, at) => at + 1)
  return pieces.flatMap((piece) =>
    attempts.flatMap((attempt) => form.aspects.map((aspect) => ({ stage: form.stage, subject, piece, aspect: aspect.id, attempt }))),
  )
}

/** What the server says counts; where it says nothing yet, the marks on this device do. */
export function stateOf(told: SheetState | undefined, due: number, filled: number): SheetState {
  if (told === 'signed' || told === 'disputed') return told
  if (told === 'returned' && filled >= due) return 'returned'
  if (filled === 0) return told === 'returned' ? 'returned' : 'empty'
  if (told === 'returned') return 'returned'
  return filled >= due ? 'complete' : 'marking'
}

export const subjectsOf = (assignment: Assignment, stage: string): Subject[] =>
  assignment.subjects.filter((subject) => subject.stage === stage).sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
