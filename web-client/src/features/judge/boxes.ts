import type { Aspect, Attendance, Chosen, Measured, Range, Tally, TallyItem } from '../../domain/assignment'
import { isTally } from '../../domain/assignment'
import { canonical } from '../../domain/decimal'
import { slotId, type Slot } from '../../domain/mark'
import { secondsOf } from '../../domain/time'
import { isAbsent, pairs, printCounts, printMeasures, printPairs, rangeOf, readMeasures } from '../../domain/value'

/** One box that takes a number. An aspect has one; a measurement with several values, people counted, amounts have one each. */
export interface Box {
  readonly id: string
  readonly slot: Slot
  readonly aspect: Aspect
  readonly input: string
  readonly range: Range
}

/** Deductions by amount (millimetres, points) are typed; those by occurrence are tapped. */
export const isAmount = (item: TallyItem): boolean => item.direct === true || item.per != null

/** The boxes that an aspect shows while `value` is its mark; a level with a band asks for points once it is chosen. */
export function boxesOf(aspect: Aspect, slot: Slot, value = ''): Box[] {
  const box = (input: string, range: Range): Box => ({ id: `${slotId(slot)}#${input}`, slot, aspect, input, range })
  if (isTally(aspect)) return aspect.items.filter(isAmount).map((item) => box(item.id, item.amounts ?? { min: '0' }))
  switch (aspect.kind) {
    case 'measured':
      return (aspect as Measured).inputs.map((input) => box(input.id, input.range))
    case 'attendance':
      return ['expected', 'present'].map((input) => box(input, (aspect as Attendance).range))
    case 'time':
      return [box('', (aspect as { range?: Range }).range ?? {})]
    case 'choice': {
      const level = (aspect as Chosen).levels.find((one) => one.id === levelOf(value))
      return level?.band ? [box(level.id, level.band)] : []
    }
    default: {
      const range = rangeOf(aspect)
      return range ? [box('', range)] : []
    }
  }
}

/** The chosen level of `level` or `level=points`. */
export const levelOf = (value: string): string => value.split('=')[0] ?? ''

/** What a mark's value puts into a box. */
export function textIn(box: Box, value: string | undefined): string {
  if (value === undefined || isAbsent(value)) return ''
  if (isTally(box.aspect) || box.aspect.kind === 'attendance') return pairs(value).get(box.input) ?? ''
  if (box.aspect.kind === 'measured') return readMeasures(box.aspect as Measured, value).get(box.input) ?? ''
  if (box.aspect.kind === 'choice') return levelOf(value) === box.input && value.includes('=') ? value.slice(value.indexOf('=') + 1) : ''
  return value
}

/** The typed text as a number, as it is checked: `8:41` is 521 seconds, a trailing point is being typed. */
export const numberOf = (box: Box, text: string): string => (box.aspect.kind === 'time' ? (secondsOf(text) ?? text) : text.replace(/\.$/, ''))

/** The mark that the numbers in all boxes of an aspect make; `before` is the mark that they change. */
export function valueOf(aspect: Aspect, numbers: ReadonlyMap<string, string>, before: string): string {
  if (isTally(aspect)) return printCounts(new Map([...pairs(isAbsent(before) ? '' : before), ...numbers]))
  if (aspect.kind === 'attendance') return printPairs(numbers)
  if (aspect.kind === 'measured') return printMeasures(aspect as Measured, numbers)
  const [input, number] = [...numbers][0] ?? ['', '']
  return aspect.kind === 'choice' ? `${input}=${canonical(number)}` : canonical(number)
}

/** Whether a tally lists the item: amounts of a tally may stay empty. */
export const mayStayEmpty = (box: Box): boolean => isTally(box.aspect as Aspect | Tally)
