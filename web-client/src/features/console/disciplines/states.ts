import type { SheetState } from '../api/judging'
import type { Shape } from '../parts/ShapeMark.vue'

const STATES: Record<string, Shape> = {
  draft: 'empty',
  preparing: 'empty',
  waiting: 'empty',
  running: 'half',
  open: 'half',
  closed: 'ready',
  locked: 'ready',
  opened: 'ready',
  issued: 'ready',
  announced: 'done',
  published: 'done',
}
const SHEETS: Record<SheetState, Shape> = {
  empty: 'empty',
  marking: 'half',
  complete: 'ready',
  signed: 'done',
  returned: 'return',
  disputed: 'clash',
}
export const SHEET_STATES = Object.keys(SHEETS) as SheetState[]

/** The shape that says a contest's, discipline's or stage's state beside its word. */
export const stateShape = (state: string): Shape => STATES[state] ?? 'empty'
export const sheetShape = (state: SheetState): Shape => SHEETS[state]
