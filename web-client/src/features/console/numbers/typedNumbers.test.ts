import { expect, it } from 'vitest'
import type { Entry } from '../api/people'
import { readTyped } from './typedNumbers'

const entry = (number: string): Entry => ({ id: `e-${number}`, number, discipline: 'd', name: '示例', members: [], state: 'approved' })
const entries = [entry('HG-001'), entry('HG-002'), entry('HG-003')]

it('a line for each entry, in any order, parted by comma, space or tab', () => {
  expect(readTyped('HG-002, 07\nhg-001\t12\nＨＧ－003  03\n', entries)).toEqual({
    numbers: [
      { entry: 'e-HG-002', number: '07' },
      { entry: 'e-HG-001', number: '12' },
      { entry: 'e-HG-003', number: '03' },
    ],
    problems: [],
    missing: [],
  })
})
it('an unknown entry, an entry twice, a number twice and a broken line are named with their line', () => {
  const read = readTyped('HG-009 01\nHG-001 02\nHG-001 03\nHG-002 02\nHG-003', entries)
  expect(read.problems.map(({ line, code }) => [line, code])).toEqual([
    [1, 'unknown'],
    [3, 'twice'],
    [4, 'taken'],
    [5, 'shape'],
  ])
  expect(read.missing).toEqual(['HG-002', 'HG-003'])
})
