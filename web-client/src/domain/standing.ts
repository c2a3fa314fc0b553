import type { Row } from './frame'

/** Ranked rows first by rank, then those without; equal ranks in the order of their numbers, which says nothing. */
export function inOrder(rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || byNumber(a, b) || (a.id < b.id ? -1 : 1))
}

function byNumber(a: Row, b: Row): number {
  return (a.number ?? '').localeCompare(b.number ?? '', 'en', { numeric: true })
}

/** One picture of a wall board: rows of one division. */
export interface WallPage {
  readonly division: string
  readonly rows: readonly Row[]
  readonly index: number
  readonly count: number
}

export function wallPages(rows: readonly Row[], divisions: readonly string[], size: number): WallPage[] {
  const groups = divisions.length > 0 ? divisions : [...new Set(rows.map((row) => row.division))]
  return groups.flatMap((division) => {
    const own = rows.filter((row) => row.division === division)
    const count = Math.ceil(own.length / size)
    return Array.from({ length: count }, (_, index) => ({ division, rows: own.slice(index * size, (index + 1) * size), index, count }))
  })
}

/** Statuses that stand for a row without a rank; anything else is shown by its score. */
export const isOut = (row: Row): boolean => !!row.status && !['active', 'ok', 'ranked'].includes(row.status)

/** One column's decimal texts by row, written out to the longest of them: 96 stands above 91.25 as 96.00. */
export function evenDecimals<R extends { readonly id: string }>(rows: readonly R[], text: (row: R) => string | null | undefined): ReadonlyMap<string, string> {
  const places = (value: string) => value.split('.')[1]?.length ?? 0
  const texts = rows.flatMap((row) => (text(row) ? [[row.id, text(row)!] as const] : []))
  const most = Math.max(0, ...texts.map(([, value]) => places(value)))
  return new Map(texts.map(([id, value]) => [id, most > places(value) ? `${value}${places(value) === 0 ? '.' : ''}${'0'.repeat(most - places(value))}` : value]))
}
