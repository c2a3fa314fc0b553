import { expect, it } from 'vitest'
import type { Sheet, SheetState } from '../api/judging'
import { countStates, gridsOf, owing } from './grid'

const sheet = (subject: string, seat: string, state: SheetState, stage = 'practical', form = 'appearance'): Sheet => ({ stage, form, subject, seat, state })
const sheets = [sheet('10', 's1', 'signed'), sheet('2', 's1', 'marking'), sheet('2', 's2', 'disputed'), sheet('1', 's1', 'empty', 'theory', 'paper')]

it('numbers stand in the order of numbers, not of letters', () => {
  expect(gridsOf(sheets)[0]!.rows.map((row) => row.subject)).toEqual(['2', '10'])
})
it('a seat that owes nothing for a number leaves its cell open', () => {
  const [practical] = gridsOf(sheets)
  expect(practical!.columns.map((column) => column.seat)).toEqual(['s1', 's2'])
  expect(practical!.rows[1]!.cells.map((cell) => cell?.state)).toEqual(['signed', undefined])
})
it('each stage has its own grid', () => {
  expect(gridsOf(sheets).map((grid) => grid.stage)).toEqual(['practical', 'theory'])
})
it('states are counted, also those that do not occur', () => {
  expect(countStates(sheets)).toEqual({ empty: 1, marking: 1, complete: 0, signed: 1, returned: 0, disputed: 1 })
})
it('who owes most is named first, with the number to ask about', () => {
  expect(owing(sheets)).toEqual([
    { seat: 's1', due: 2, next: '1' },
    { seat: 's2', due: 1, next: '2' },
  ])
})
