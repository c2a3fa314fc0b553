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

/** Whether a sheet can only be signed with a value there: empty is not 0. Later attempts are only for those who have them. */
export function isDue(form: Form, slot: Slot): boolean {
  const aspect = form.aspects.find((one) => one.id === slot.aspect)
  return aspect !== undefined && aspect.optional !== true && slot.attempt === 1
}

/** What the server says counts; where it says nothing yet, the marks on this device do. */
export function stateOf(told: SheetState | undefined, due: number, filled: number, begun = filled > 0): SheetState {
  if (told === 'signed' || told === 'disputed' || told === 'returned') return told
  if (!begun) return 'empty'
  return filled >= due ? 'complete' : 'marking'
}

/** Of several sheets of a number the one that needs somebody most speaks for all. */
const MOST_URGENT: readonly SheetState[] = ['disputed', 'returned', 'marking']

export function spokenFor(states: readonly SheetState[]): SheetState {
  if (states.every((one) => one === states[0])) return states[0] ?? 'empty'
  return MOST_URGENT.find((one) => states.includes(one)) ?? (states.includes('empty') ? 'marking' : 'complete')
}

/** Every number of a stage in its order, also those that are not marked any more. */
export const listedOf = (assignment: Assignment, stage: string): Subject[] =>
  assignment.subjects.filter((subject) => subject.stage === stage).sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))

/** The numbers that are to be marked. */
export const subjectsOf = (assignment: Assignment, stage: string): Subject[] => listedOf(assignment, stage).filter((subject) => !subject.status)
