import type { ResultRow, Results } from '../api/results'

/** Rows of one division, or of all: ranked ones by rank, the others after them by number. */
export function ranked(rows: ResultRow[], division: string): ResultRow[] {
  return rows
    .filter((row) => division === '' || row.division === division)
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || (one.number ?? '').localeCompare(other.number ?? '', 'en', { numeric: true }))
}

export interface CsvWords {
  rank: string
  number: string
  name: string
  unit: string
  delegation: string
  division: string
  total: string
  award: string
  certainty: string
}

/** The table as it is exported: with the certainty word on every row, so that a cut-out row still says what it is. */
export function csvRows(results: Results, words: CsvWords, certainty: string, title: (of: { zh: string; en?: string } | undefined) => string): string[][] {
  const head = [words.rank, words.number, words.name, words.unit, words.delegation, words.division, ...results.stages.map((stage) => title(stage.title)), words.total, words.award, words.certainty]
  const division = (id: string | undefined) => title(results.divisions.find((one) => one.id === id)?.title)
  const body = ranked(results.rows, '').map((row) => [
    row.rank === undefined ? '' : String(row.rank),
    row.number ?? '',
    row.name,
    row.unit ?? '',
    row.delegation ?? '',
    division(row.division),
    ...results.stages.map((stage) => row.stages[stage.id] ?? ''),
    row.total ?? '',
    title(row.award),
    certainty,
  ])
  return [head, ...body]
}
