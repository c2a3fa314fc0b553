/**
 * Decimal text, compared exactly: 2.0 and 2 are the same number, and no floating point decides on which side of a bound
 * a measurement lies.
 */
const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?$/

interface Parts {
  readonly digits: bigint
  readonly scale: number
}

function parts(text: string): Parts | null {
  const found = PATTERN.exec(text.trim())
  if (!found) return null
  const [, sign, whole, fraction = ''] = found
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), scale: fraction.length }
}

const scaled = ({ digits, scale }: Parts, to: number): bigint => digits * 10n ** BigInt(to - scale)

export const isDecimal = (text: string): boolean => parts(text) !== null

function pair(a: string, b: string): [bigint, bigint, number] {
  const one = parts(a)
  const other = parts(b)
  if (!one || !other) throw new Error(`not decimals: ${a}, ${b}`)
  const scale = Math.max(one.scale, other.scale)
  return [scaled(one, scale), scaled(other, scale), scale]
}

export function compare(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = pair(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export function plus(a: string, b: string): string {
  const [x, y, scale] = pair(a, b)
  return print(x + y, scale)
}

export const minus = (a: string, b: string): string => plus(a, negated(b))

export function times(a: string, count: number): string {
  const one = parts(a)
  if (!one) throw new Error(`not a decimal: ${a}`)
  return print(one.digits * BigInt(Math.trunc(count)), one.scale)
}

/** The exact product of two decimals. */
export function product(a: string, b: string): string {
  const one = parts(a)
  const other = parts(b)
  if (!one || !other) throw new Error(`not decimals: ${a}, ${b}`)
  return print(one.digits * other.digits, one.scale + other.scale)
}

export const negated = (text: string): string => (text.startsWith('-') ? text.slice(1) : canonical(`-${text}`))

/** The form in which marks travel: no plus, no leading or trailing zeros, no minus zero. */
export function canonical(text: string): string {
  const found = parts(text)
  if (!found) throw new Error(`not a decimal: ${text}`)
  return print(found.digits, found.scale)
}

export const decimalsOf = (text: string): number => /\.(\d*?)0*$/.exec(canonical(text))?.[1]?.length ?? 0

function print(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  const fraction = text.slice(text.length - scale).replace(/0+$/, '')
  return sign + whole + (fraction ? `.${fraction}` : '')
}

/** Whether `value` is a whole number of steps away from `from`. */
export function onStep(value: string, step: string, from: string): boolean {
  const [distance, each] = pair(minus(value, from), step)
  return each === 0n || distance % each === 0n
}
