import { describe, expect, test } from 'vitest'
import type { PlannedSession, Stage } from './frame'
import { sessionNow, sessionsOfDay } from './session'

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()
const session = (stage: string, day: number, from: number, to: number): PlannedSession => ({ stage, begins: at(day, from) * 1000, ends: at(day, to) * 1000 })
const stages = (b: string, c: string): Stage[] => [
  { id: 'b', title: { zh: '模块 B' }, state: b },
  { id: 'c', title: { zh: '模块 C' }, state: c },
]
const plan = [session('b', 23, 8, 11), session('c', 23, 13, 17), session('c', 24, 8, 12)]

describe('the session that is on', () => {
  test('is the one people opened, with the time left to its planned end, and what is next', () => {
    const now = sessionNow(plan, stages('open', 'pending'), at(23, 9, 30))
    expect(now.current).toBe(plan[0])
    expect(now.remainingMillis).toBe(90 * 60_000)
    expect(now.next).toBe(plan[1])
  })
  test('is none while nobody has opened its stage, whatever the clock says', () => {
    const now = sessionNow(plan, stages('pending', 'pending'), at(23, 9, 30))
    expect(now.current).toBeNull()
    expect(now.next).toBe(plan[0])
  })
  test('stays on past its planned end until people close the stage', () => {
    expect(sessionNow(plan, stages('open', 'pending'), at(23, 11, 5))).toMatchObject({ current: plan[0], remainingMillis: -5 * 60_000, next: plan[1] })
    expect(sessionNow(plan, stages('closed', 'pending'), at(23, 11, 5))).toMatchObject({ current: null, remainingMillis: null, next: plan[1] })
  })
  test('gives way to the one that is planned for now when the stage before was left open', () => {
    expect(sessionNow(plan, stages('open', 'open'), at(23, 14)).current).toBe(plan[1])
  })
  test('is none overnight while a stage goes on tomorrow', () => {
    const now = sessionNow(plan, stages('closed', 'open'), at(23, 20))
    expect(now.current).toBeNull()
    expect(now.next).toBe(plan[2])
  })
})

test('the day that is listed is that of the session that is on, or of the next one', () => {
  const listed = (b: string, c: string, millis: number) => sessionsOfDay(plan, sessionNow(plan, stages(b, c), millis))
  expect(listed('open', 'pending', at(23, 9))).toEqual(plan.slice(0, 2))
  expect(listed('closed', 'open', at(23, 20))).toEqual(plan.slice(2))
  expect(listed('closed', 'open', at(24, 13))).toEqual(plan.slice(2))
  expect(listed('closed', 'closed', at(24, 13))).toEqual([])
})
