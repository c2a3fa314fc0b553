import type { Aspect, Banded, Grade, Measured, Range, Tally, TallyItem } from './assignment'
import { isTally } from './assignment'
import { canonical, compare, decimalsOf, isDecimal, minus, negated, onStep, plus, times } from './decimal'

/** Why a typed value cannot be a mark; texts by code. */
export type Complaint =
  | { readonly code: 'empty' }
  | { readonly code: 'not-a-number' }
  | { readonly code: 'too-small'; readonly limit: string }
  | { readonly code: 'too-large'; readonly limit: string }
  | { readonly code: 'too-many-decimals'; readonly limit: string }
  | { readonly code: 'off-step'; readonly limit: string }

export const ABSENT = 'absent:'
export const isAbsent = (value: string): boolean => value.startsWith(ABSENT)
export const absence = (reason: string): string => ABSENT + reason

/** Checks a number before it is kept; the server checks again. */
export function complaint(text: string, range: Range): Complaint | null {
  if (text === '') return { code: 'empty' }
  if (!isDecimal(text)) return { code: 'not-a-number' }
  if (range.min != null && compare(text, range.min) < 0) return { code: 'too-small', limit: range.min }
  if (range.max != null && compare(text, range.max) > 0) return { code: 'too-large', limit: range.max }
  if (range.decimals != null && decimalsOf(text) > range.decimals) return { code: 'too-many-decimals', limit: String(range.decimals) }
  if (range.step != null && !onStep(text, range.step, range.min ?? '0')) return { code: 'off-step', limit: range.step }
  return null
}

/** Fixed-point typing: the digits 9 3 6 stand for 9.36 where the rule asks for two decimals; no point is typed. */
export function typedFixed(before: string, key: string, decimals: number): string {
  const digits = key === 'back' ? before.replace(/\D/g, '').slice(0, -1) : before.replace(/\D/g, '') + key
  const plain = digits.replace(/^0+/, '')
  if (plain === '' && key === 'back') return ''
  const padded = plain.padStart(decimals + 1, '0')
  return `${padded.slice(0, padded.length - decimals)}.${padded.slice(padded.length - decimals)}`
}

/** `a=1 b=2.5` as a map; the counts and measures of the wire. */
export function pairs(value: string): Map<string, string> {
  if (value === '' || value === 'none') return new Map()
  return new Map(value.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

export const printPairs = (items: ReadonlyMap<string, string>): string =>
  [...items].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([id, amount]) => `${id}=${canonical(amount)}`).join(' ')

/** Counts without zeros, `none` when nothing occurred: an answer, not an empty field. */
export function printCounts(items: ReadonlyMap<string, string>): string {
  const occurred = new Map([...items].filter(([, amount]) => compare(amount, '0') !== 0))
  return occurred.size === 0 ? 'none' : printPairs(occurred)
}

/** One input is a plain number, several are named. */
export function printMeasures(aspect: Measured, typed: ReadonlyMap<string, string>): string {
  const first = aspect.inputs[0]
  return aspect.inputs.length === 1 && first ? canonical(typed.get(first.id) ?? '') : printPairs(typed)
}

export function readMeasures(aspect: Measured, value: string): Map<string, string> {
  const first = aspect.inputs[0]
  return aspect.inputs.length === 1 && first ? new Map([[first.id, value]]) : pairs(value)
}

/** The first grade whose condition the values meet, or null while values are missing. */
export function hitGrade(aspect: Measured, typed: ReadonlyMap<string, string>): Grade | null {
  const values = new Map([...typed].filter(([, text]) => isDecimal(text)))
  return aspect.grades.find((grade) => meets(grade, values)) ?? null
}

function meets(grade: Grade, values: ReadonlyMap<string, string>): boolean {
  if (grade.alternatives.length === 0) return values.size > 0
  return grade.alternatives.some((terms) =>
    terms.every(({ input, low, lowOpen, high, highOpen }) => {
      const value = values.get(input)
      if (value === undefined) return false
      const above = low == null || compare(value, low) > (lowOpen ? 0 : -1)
      const below = high == null || compare(value, high) < (highOpen ? 0 : 1)
      return above && below
    }),
  )
}

/** Whether a value lies exactly on a bound of some grade: then the form says which grade it belongs to. */
export function onBound(aspect: Measured, typed: ReadonlyMap<string, string>): boolean {
  return aspect.grades.some((grade) =>
    grade.alternatives.flat().some(({ input, low, high }) => {
      const value = typed.get(input)
      return value !== undefined && isDecimal(value) && [low, high].some((bound) => bound != null && compare(value, bound) === 0)
    }),
  )
}

/** What one item of a tally changes, by its cap; for the running sum on the form, which the server computes again. */
export function itemChange(item: TallyItem, amount: string): string {
  if (compare(amount, '0') === 0) return '0'
  const change = item.direct
    ? item.each.startsWith('-') ? negated(canonical(amount)) : canonical(amount)
    : times(item.each, occurrences(item, amount))
  if (item.cap == null) return change
  const least = negated(canonical(item.cap))
  if (compare(change, least) < 0) return least
  return compare(change, item.cap) > 0 ? canonical(item.cap) : change
}

function occurrences(item: TallyItem, amount: string): number {
  return item.per == null ? Number(amount) : Math.ceil(Number(amount) / Number(item.per))
}

/** Whether more of it changes nothing any more. */
export const isCapped = (item: TallyItem, amount: string): boolean =>
  item.cap != null && compare(amount, '0') > 0 && compare(itemChange(item, amount).replace('-', ''), item.cap) === 0

export const forfeits = (item: TallyItem, amount: string): boolean =>
  (item.forfeit === true && compare(amount, '0') > 0) || (item.forfeitOver != null && compare(amount, item.forfeitOver) > 0)

export function tallySum(aspect: Tally, counts: ReadonlyMap<string, string>): string {
  if (aspect.items.some((item) => forfeits(item, counts.get(item.id) ?? '0'))) return canonical(aspect.floor ?? '0')
  const sum = aspect.items.reduce((so, item) => plus(so, itemChange(item, counts.get(item.id) ?? '0')), canonical(aspect.base))
  if (aspect.floor != null && compare(sum, aspect.floor) < 0) return canonical(aspect.floor)
  return aspect.ceiling != null && compare(sum, aspect.ceiling) > 0 ? canonical(aspect.ceiling) : sum
}

/** A tolerance round a target as a ladder of grades: the most generous band that holds the number counts, outside all of them 0. */
export function ladderOf(aspect: Banded): Measured {
  const grades = [...aspect.bands]
    .sort((a, b) => compare(b.points, a.points))
    .map(({ below, above, points }): Grade => {
      const [low, high] = [minus(aspect.target, below), plus(aspect.target, above)]
      return { when: `${low}..${high}`, points, alternatives: [[{ input: '', low, high }]] }
    })
  const outside: Grade = { when: '', points: '0', alternatives: [] }
  return { ...aspect, kind: 'measured', inputs: [{ id: '', range: aspect.range }], grades: [...grades, outside] }
}

/** Range of a kind that is typed as one number, or null. */
export function rangeOf(aspect: Aspect): Range | null {
  if (isTally(aspect)) return null
  if (aspect.kind === 'count') return { min: '0', max: String((aspect as { possible: number }).possible), step: '1', decimals: 0 }
  if (aspect.kind === 'points' || aspect.kind === 'recorded' || aspect.kind === 'bands') return (aspect as { range: Range }).range
  return null
}
