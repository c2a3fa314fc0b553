import type { JudgedSum, Tally } from './assignment'
import { canonical, compare, plus } from './decimal'
import { forfeits, itemChange, tallySum } from './value'

/** With the signs of print: a minus is not a hyphen. */
const printed = (number: string): string => number.replace('-', '−')

/** `(2+2+3)/9 × 1 = 0.78`; rounded for the eye only: ≈. */
export const judgedFormula = ({ levels, over, max, points, exact }: JudgedSum): string => `(${levels.join('+')})/${over} × ${max} ${exact ? '=' : '≈'} ${points}`

/** `100 − 2×4 − 5 = 87`; empty while nothing occurred, and where one thing loses everything, which has words of its own. */
export function tallyFormula(aspect: Tally, counts: ReadonlyMap<string, string>): string {
  const occurred = aspect.items.map((item) => ({ item, amount: counts.get(item.id) ?? '0' })).filter(({ amount }) => compare(amount, '0') !== 0)
  if (occurred.length === 0 || occurred.some(({ item, amount }) => forfeits(item, amount))) return ''
  const terms = occurred.map(({ item, amount }) => {
    const change = itemChange(item, amount)
    const plain = !item.direct && item.per == null && compare(change, timesOf(item.each, amount)) === 0
    const size = plain && compare(amount, '1') !== 0 ? `${amount}×${item.each.replace('-', '')}` : change.replace('-', '')
    return `${change.startsWith('-') ? '−' : '+'} ${size}`
  })
  const raw = occurred.reduce((so, { item, amount }) => plus(so, itemChange(item, amount)), canonical(aspect.base))
  const sum = tallySum(aspect, counts)
  const bound = compare(raw, sum) === 0 ? '' : ` → ${printed(sum)}`
  return `${printed(aspect.base)} ${terms.join(' ')} = ${printed(raw)}${bound}`
}

/** Counts are whole; what is given by amount is never written as a product. */
function timesOf(each: string, amount: string): string {
  let sum = '0'
  for (let left = Number(amount); left >= 1; left--) sum = plus(sum, each)
  return sum
}

/** `8.5 + 0.86 = 9.36` of several sub-scores of one sheet. */
export const sumFormula = (values: readonly string[]): string => `${values.join(' + ')} = ${values.reduce((so, value) => plus(so, value), '0')}`
