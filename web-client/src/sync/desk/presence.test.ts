import { describe, expect, it } from 'vitest'
import type { KeptMark } from '../../domain/mark'
import { reportOf } from './presence'

const mark = (state: KeptMark['state'], actMicros: number): KeptMark => ({
  key: String(actMicros),
  assignment: 'a',
  order: 1,
  replaces: null,
  value: '1',
  actMicros,
  state,
  stage: 's',
  subject: '01',
  piece: 1,
  aspect: 'x',
  attempt: 1,
})

describe('what a tablet tells of itself', () => {
  it('counts marks that are not confirmed, and how long the oldest waits', () => {
    const marks = [mark('confirmed', 1_000_000), mark('kept', 40_000_000), mark('kept', 70_000_000), mark('refused', 2_000_000)]
    expect(reportOf({ marks, clock: null, nowMicros: 100_000_000 }, null, '1')).toEqual({ unsent: 2, unsentSeconds: 60, version: '1' })
  })
  it('leaves out what the browser does not tell', () => {
    expect(reportOf({ marks: [], clock: null, nowMicros: 1 }, null, '1')).toEqual({ unsent: 0, version: '1' })
  })
  it('gives the battery in percent and the clock as measured', () => {
    const clock = { offsetMicros: -2_000_000, uncertaintyMicros: 5_000 }
    expect(reportOf({ marks: [], clock, nowMicros: 1 }, { level: 0.174, charging: false }, '1')).toEqual({
      unsent: 0,
      battery: 17,
      charging: false,
      offsetMicros: -2_000_000,
      uncertaintyMicros: 5_000,
      version: '1',
    })
  })
  it('never gives a negative age when the clock was set back', () => {
    expect(reportOf({ marks: [mark('kept', 9_000_000)], clock: null, nowMicros: 1_000_000 }, null, '1').unsentSeconds).toBe(0)
  })
})
