import { describe, expect, it } from 'vitest'
import type { Row } from './frame'
import { evenDecimals, inOrder, wallPages } from './standing'

const row = (id: string, rest: Partial<Row> = {}): Row => ({ id, division: 'all', ...rest })

describe('a ranking', () => {
  it('puts ranked rows first, equal ranks by their numbers, 2 before 10', () => {
    const rows = [row('a', { rank: 2, number: '10' }), row('b', { number: '1' }), row('c', { rank: 2, number: '2' }), row('d', { rank: 1, number: '9' })]
    expect(inOrder(rows).map((one) => one.id)).toEqual(['d', 'c', 'a', 'b'])
  })

  it('turns by division, a page never mixes two', () => {
    const rows = [...'abc'].map((id) => row(id)).concat([row('x', { division: 'students' })])
    expect(wallPages(rows, ['all', 'students'], 2).map((page) => page.rows.map((one) => one.id).join(''))).toEqual(['ab', 'c', 'x'])
  })

  it('writes a column out to the same decimals and changes no value', () => {
    const rows = [row('a', { total: '96' }), row('b', { total: '91.25' }), row('c', { total: '82.5' }), row('d')]
    expect([...evenDecimals(rows, (one) => one.total)]).toEqual([['a', '96.00'], ['b', '91.25'], ['c', '82.50']])
  })
})
