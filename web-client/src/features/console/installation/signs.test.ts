import { describe, expect, it } from 'vitest'
import type { Tablet } from '../api/installation'
import { batterySign, clockSign, contactSign, unsentSign } from './signs'

const NOW = 1_000_000_000
const tablet = (over: Partial<Tablet>): Tablet => ({
  seat: 's', device: 'd', label: '1', contest: 'c', discipline: 'x', role: 'judge',
  unsent: 0, unsentSeconds: 0, charging: false, uncertaintyMicros: 0, version: '1', seenMicros: NOW, ...over,
})

describe('what a row of a tablet shows', () => {
  it('tells a silent tablet that holds marks from one that was put away', () => {
    expect(contactSign(tablet({}), NOW).word).toBe('inTouch')
    expect(contactSign(tablet({ seenMicros: NOW - 61_000_000 }), NOW).word).toBe('silent')
    expect(contactSign(tablet({ seenMicros: NOW - 61_000_000, unsent: 1 }), NOW)).toEqual({ shape: 'warn', word: 'silentHolding' })
  })
  it('says that marks wait in another shape than that all arrived', () => {
    expect(unsentSign(tablet({ unsent: 2 })).shape).not.toBe(unsentSign(tablet({})).shape)
  })
  it('knows low, charging and unknown batteries', () => {
    expect(batterySign(tablet({ battery: 19 })).word).toBe('batteryLow')
    expect(batterySign(tablet({ battery: 19, charging: true })).word).toBe('charging')
    expect(batterySign(tablet({ battery: 20 })).word).toBe('battery')
    expect(batterySign(tablet({})).word).toBe('batteryUnknown')
  })
  it('says whether the device is fast or slow', () => {
    expect(clockSign(tablet({ offsetMicros: -600_000_000 }))).toEqual({ shape: 'warn', word: 'clockFast', seconds: '600' })
    expect(clockSign(tablet({ offsetMicros: 2_500_000 }))).toEqual({ shape: 'warn', word: 'clockSlow', seconds: '2.5' })
    expect(clockSign(tablet({ offsetMicros: 100_000 })).word).toBe('clockRight')
    expect(clockSign(tablet({})).word).toBe('clockUnknown')
  })
})
