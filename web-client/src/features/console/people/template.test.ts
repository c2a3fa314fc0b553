import { expect, it } from 'vitest'
import type { Entry } from '../api/people'
import { templateRows } from './template'

const entry = (number: string, name: string): Entry => ({ id: number, number, discipline: 'd', name, members: [], state: 'approved' })

it('a table of results names everybody who is due, without a score', () => {
  expect(templateRows('theory', (column) => column, [entry('W-001', '示例甲')])).toEqual([
    ['number', 'score', 'contestant'],
    ['W-001', '', '示例甲'],
  ])
})
it('a table of units or entries has its headings only', () => {
  expect(templateRows('units', (column) => column)).toEqual([['unitName', 'short', 'delegation']])
})
