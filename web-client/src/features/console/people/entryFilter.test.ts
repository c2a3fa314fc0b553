import { expect, it } from 'vitest'
import type { Entry } from '../api/people'
import { filterEntries, findAtDesk } from './entryFilter'

const entry = (number: string, name: string, change: Partial<Entry> = {}): Entry => ({
  id: number,
  number,
  discipline: 'welding',
  name,
  members: [{ id: `p-${number}`, name }],
  unit: '示例机械厂',
  state: 'approved',
  ...change,
})
const roll = [entry('HG-1', '示例甲'), entry('HG-11', '试样乙'), entry('', '样本丙', { state: 'applied', discipline: 'speech' })]
const all = { text: '', discipline: '', state: '' as const }

it('every word must be found, in any field', () => {
  expect(filterEntries(roll, { ...all, text: '机械 乙' }).map((one) => one.name)).toEqual(['试样乙'])
})
it('full-width letters are the same letters', () => {
  expect(filterEntries(roll, { ...all, text: 'ｈｇ－１１' }).map((one) => one.number)).toEqual(['HG-11'])
})
it('discipline and state narrow the list', () => {
  expect(filterEntries(roll, { ...all, discipline: 'speech', state: 'applied' })).toHaveLength(1)
  expect(filterEntries(roll, { ...all, discipline: 'speech', state: 'approved' })).toHaveLength(0)
})
it('at the desk an exact number is meant alone', () => {
  expect(findAtDesk(roll, 'hg-1', 8).map((one) => one.number)).toEqual(['HG-1'])
  expect(findAtDesk(roll, 'hg', 8)).toHaveLength(2)
})
it('at the desk nothing typed finds nobody, and who is not approved is not found', () => {
  expect(findAtDesk(roll, ' ', 8)).toEqual([])
  expect(findAtDesk(roll, '样本丙', 8)).toEqual([])
})
