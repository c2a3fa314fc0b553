import { compare, isDecimal } from '../../../domain/decimal'
import type { Words } from '../../../domain/frame'

/** A value that the rulebook lets the chief correct, by 0 or from `least` to `most`, up or down. */
export interface Adjustable {
  readonly stage: string
  readonly stageTitle: Words
  readonly node: string
  readonly title: Words
  readonly least: string
  readonly most: string
  readonly subjects: readonly string[]
}
export interface Adjustment {
  readonly stage: string
  readonly subject: string
  readonly node: string
  readonly by: string
  readonly reason: string
}
export interface Adjustments {
  readonly adjustable: readonly Adjustable[]
  readonly adjustments: readonly Adjustment[]
}

export const keyOf = (one: Pick<Adjustable, 'stage' | 'node'>): string => `${one.stage}|${one.node}`

/** What was typed is a number within the bounds; the server decides again. */
export function isInBounds({ least, most }: Pick<Adjustable, 'least' | 'most'>, typed: string): boolean {
  const by = typed.trim().replace(/^\+/, '')
  if (!/^-?\d{1,6}([.]\d{1,6})?$/.test(by) || !isDecimal(by)) return false
  const size = by.replace(/^-/, '')
  return isZero(size) || (compare(size, least) >= 0 && compare(size, most) <= 0)
}

/** The correction that a new one would replace. */
export function standing(all: Adjustments | undefined, node: Adjustable | undefined, subject: string): Adjustment | undefined {
  return all?.adjustments.find((one) => node && keyOf(one) === keyOf(node) && one.subject === subject && !isZero(one.by))
}

const isZero = (value: string): boolean => /^-?0+([.]0+)?$/.test(value)
