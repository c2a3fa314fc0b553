import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, readClock, reading } from './lane'

describe('the clock of a lane', () => {
  const set = { running: true, shown: 60_000, returned: 0, since: 1_000_000_000 }
  it('runs on from what it showed when it was set', () => expect(readClock(set, '600', 1_010_000, 0).seconds).toBe(70))
  it('does not run by a device that is ahead', () => expect(readClock(set, '600', 1_013_000, 3_000).seconds).toBe(70))
  it('never runs backwards by a device that is behind', () => expect(readClock(set, '600', 990_000, 0).seconds).toBe(60))
  it('stands when it was stopped', () => expect(readClock({ ...set, running: false }, '600', 9_000_000, 0).seconds).toBe(60))
  it('is over its limit only beyond it', () => {
    expect(reading(600, '600')).toEqual({ seconds: 600, over: false, share: 1 })
    expect(reading(600.01, '600').over).toBe(true)
    expect(reading(9_999, undefined)).toEqual({ seconds: 9_999, over: false, share: 0 })
  })
})

describe('the day of a contest', () => {
  it('counts from the first', () => expect(dayOf('2026-11-23', '2026-11-25', '2026-11-24')).toBe(2))
  it('is none before and after', () => {
    expect(dayOf('2026-11-23', '2026-11-25', '2026-11-22')).toBeNull()
    expect(dayOf('2026-11-23', '2026-11-25', '2026-11-26')).toBeNull()
    expect(dayOf(undefined, undefined, '2026-11-26')).toBeNull()
  })
  it('changes at midnight of the device', () => expect(dateOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05'))
})
