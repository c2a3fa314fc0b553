import { describe, expect, it } from 'vitest'
import type { Tally, TallyItem } from './assignment'
import { judgedFormula, sumFormula, tallyFormula } from './formula'

const item = (id: string, more: Partial<TallyItem>): TallyItem => ({ id, title: { zh: id }, each: '-4', ...more })
const tally = (items: readonly TallyItem[]): Tally => ({ id: 'd', title: { zh: '' }, kind: 'deductions', tally: true, max: '100', base: '100', floor: '0', items })

describe('the line that shows how a value is computed', () => {
  it('puts the levels of a panel over the highest there could be', () => {
    expect(judgedFormula({ levels: ['2', '2', '3'], over: 9, max: '1', points: '0.78', exact: true })).toBe('(2+2+3)/9 × 1 = 0.78')
    expect(judgedFormula({ levels: ['2', '2', '3'], over: 9, max: '1', points: '0.78', exact: false })).toContain('≈ 0.78')
  })

  it('takes each deduction off in its own term', () => {
    const gas = tally([item('gas', {}), item('late', { each: '-5' })])
    expect(tallyFormula(gas, new Map([['gas', '2'], ['late', '1']]))).toBe('100 − 2×4 − 5 = 87')
    expect(tallyFormula(gas, new Map())).toBe('')
  })

  it('shows what a cap left and where a floor held', () => {
    expect(tallyFormula(tally([item('gas', { cap: '6' })]), new Map([['gas', '2']]))).toBe('100 − 6 = 94')
    expect(tallyFormula(tally([item('gas', { each: '-60' })]), new Map([['gas', '2']]))).toBe('100 − 2×60 = −20 → 0')
  })

  it('leaves it to the words when one thing loses everything', () => {
    expect(tallyFormula(tally([item('fall', { forfeit: true })]), new Map([['fall', '1']]))).toBe('')
  })

  it('adds sub-scores', () => {
    expect(sumFormula(['8.5', '0.86'])).toBe('8.5 + 0.86 = 9.36')
  })
})
