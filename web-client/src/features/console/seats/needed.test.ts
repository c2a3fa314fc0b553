import { expect, it } from 'vitest'
import type { StageView } from '../api/judging'
import { missingSeats } from './needed'

const title = { zh: '表' }
const stage = (...forms: { role: string; seats: string[] }[]): StageView => ({ id: 's', title, state: 'waiting', forms: forms.map((form, at) => ({ id: `f${at}`, title, ...form })) })
const panel = [stage({ role: 'judge', seats: ['1', '2'] }, { role: 'judge', seats: ['2'] }, { role: 'timekeeper', seats: ['1'] }, { role: 'scorer', seats: ['1'] })]

it('every seat of the panels is asked for once, and the chief, but no scorer', () => {
  expect(missingSeats(panel, [], '裁判长').map(({ role, label }) => `${role} ${label}`)).toEqual(['judge 1', 'judge 2', 'timekeeper 1', 'chief-judge 裁判长'])
})
it('what is there is not asked for again; equal labels of another role do not count', () => {
  const there = [{ role: 'timekeeper' as const, label: '2' }, { role: 'judge' as const, label: '1' }, { role: 'chief-judge' as const, label: '主任' }]
  expect(missingSeats(panel, there, '裁判长').map(({ role, label }) => `${role} ${label}`)).toEqual(['judge 2', 'timekeeper 1'])
})
it('a form of one seat that was given to a seat of another label asks for nobody', () => {
  const there = [{ role: 'judge' as const, label: '7', forms: [{ stage: 's', form: 'f1' }] }]
  const one = [stage({ role: 'judge', seats: ['1', '2'] }, { role: 'judge', seats: ['9'] })]
  expect(missingSeats(one, there, '裁判长').map(({ label }) => label)).toEqual(['1', '2', '裁判长'])
})
