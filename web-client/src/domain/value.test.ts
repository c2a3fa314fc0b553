import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measured, Tally } from './assignment'
import { canonical, compare, plus } from './decimal'
import { complaint, hitGrade, onBound, printCounts, printMeasures, readMeasures, tallySum, typedFixed } from './value'

// The undercut row of the welding appearance sheet: none | depth ≤ 0.5 and length ≤ 15 | … ≤ 30 | worse.
const undercut: Measured = {
  id: 'undercut', title: { zh: '咬边' }, kind: 'measured', max: '20',
  inputs: [{ id: 'depth', unit: 'mm', range: { min: '0' } }, { id: 'length', unit: 'mm', range: { min: '0' } }],
  grades: [
    { when: 'none', points: '20', alternatives: [[{ input: 'depth', low: '0', high: '0' }, { input: 'length', low: '0', high: '0' }]] },
    { when: 'depth<=0.5 and length<=15', points: '14', alternatives: [[{ input: 'depth', high: '0.5' }, { input: 'length', high: '15' }]] },
    { when: 'depth<=0.5 and length>15..30', points: '8', alternatives: [[{ input: 'depth', high: '0.5' }, { input: 'length', low: '15', lowOpen: true, high: '30' }]] },
    { when: 'else', points: '0', alternatives: [[{ input: 'depth', low: '0.5', lowOpen: true }], [{ input: 'length', low: '30', lowOpen: true }]] },
  ],
}
const measured = (depth: string, length: string) => new Map([['depth', depth], ['length', length]])

describe('a graded measurement', () => {
  it.each([
    ['0', '0', '20'], ['0.5', '15', '14'], ['0.50', '15.0', '14'], ['0.5', '15.1', '8'], ['0.5', '30', '8'], ['0.51', '1', '0'], ['0.2', '31', '0'],
  ])('depth %s and length %s earn %s', (depth, length, points) => {
    expect(hitGrade(undercut, measured(depth, length))?.points).toBe(points)
  })

  it('has no grade while a value is missing', () => expect(hitGrade(undercut, new Map([['depth', '0.4']]))).toBeNull())

  it('says when a value lies on a bound', () => {
    expect(onBound(undercut, measured('0.50', '3'))).toBe(true)
    expect(onBound(undercut, measured('0.4', '3'))).toBe(false)
  })

  it('travels as named values and comes back', () => {
    const value = printMeasures(undercut, measured('0.40', '12'))
    expect(value).toBe('depth=0.4 length=12')
    expect(readMeasures(undercut, value)).toEqual(measured('0.4', '12'))
  })
})

describe('a typed number', () => {
  it.each([
    ['', 'empty'], ['9.', 'not-a-number'], ['10.01', 'too-large'], ['-1', 'too-small'], ['9.365', 'too-many-decimals'],
  ])('%j is answered with %s', (text, code) => expect(complaint(text, { min: '0', max: '10', decimals: 2 })?.code).toBe(code))

  it('0 is a value', () => expect(complaint('0', { min: '0', max: '10' })).toBeNull())
  it('has to lie on the step', () => expect(complaint('9.3', { min: '0', step: '0.25' })?.code).toBe('off-step'))
})

describe('fixed-point typing', () => {
  const typed = (keys: string[]) => keys.reduce((so, key) => typedFixed(so, key, 2), '')
  it.each([
    [['9', '3', '6'], '9.36'], [['1', '0', '0', '0'], '10.00'], [['9'], '0.09'], [['9', '3', '6', 'back'], '0.93'], [['9', 'back'], ''],
  ])('%j gives %j', (keys, text) => expect(typed(keys)).toBe(text))
})

describe('a deduction sheet', () => {
  const drill: Tally = {
    id: 'gas', title: { zh: '气体' }, kind: 'deductions', tally: true, max: '10', base: '10', floor: '0',
    items: [
      { id: 'no_gas_check', title: { zh: '未检查气体' }, each: '-4' },
      { id: 'late_alarm', title: { zh: '报警迟' }, each: '-1', cap: '2' },
      { id: 'mask_off', title: { zh: '摘面罩' }, each: '-5', forfeit: true },
    ],
  }
  const sum = (counts: Record<string, string>) => tallySum(drill, new Map(Object.entries(counts)))

  it('takes off by count', () => expect(sum({ no_gas_check: '2' })).toBe('2'))
  it('takes off no more than the cap', () => expect(sum({ late_alarm: '5' })).toBe('8'))
  it('never goes below its floor', () => expect(sum({ no_gas_check: '4' })).toBe('0'))
  it('is lost whole by a forfeit', () => expect(sum({ mask_off: '1' })).toBe('0'))
  it('says none when nothing occurred', () => expect(printCounts(new Map([['late_alarm', '0']]))).toBe('none'))
})

describe('decimal text', () => {
  const decimal = fc.tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 3 })).map(([whole, scale]) => (whole / 10 ** scale).toFixed(scale))
  it('has one canonical form for a number', () =>
    fc.assert(fc.property(decimal, (text) => {
      expect(compare(text, canonical(text))).toBe(0)
      expect(canonical(canonical(text))).toBe(canonical(text))
    })))
  it('adds like integers of its smallest unit', () =>
    fc.assert(fc.property(decimal, decimal, (a, b) => {
      expect(Math.round(Number(plus(a, b)) * 1000)).toBe(Math.round(Number(a) * 1000) + Math.round(Number(b) * 1000))
    })))
})
