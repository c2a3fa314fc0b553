import { expect, test } from 'vitest'
import { lineOf, sessionOf } from './plan'

const LINE = { stage: 'c', day: '2026-11-24', from: '08:30', to: '11:45' }

test('a line is read back as it was typed', () => {
  expect(lineOf(sessionOf(LINE)!)).toEqual(LINE)
  expect(sessionOf(LINE)!.endsMicros - sessionOf(LINE)!.beginsMicros).toBe((3 * 60 + 15) * 60 * 1_000_000)
})

test('a session past midnight ends on the next day', () => {
  const late = sessionOf({ ...LINE, from: '22:00', to: '01:00' })!
  expect(late.endsMicros - late.beginsMicros).toBe(3 * 3600 * 1_000_000)
})

test('a line that is not filled in is no session', () => {
  expect(sessionOf({ ...LINE, day: '' })).toBeNull()
  expect(sessionOf({ ...LINE, to: '' })).toBeNull()
})
