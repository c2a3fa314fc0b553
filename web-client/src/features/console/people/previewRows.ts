import type { PreviewRow, RowProblem } from '../api/people'

export type Show = 'all' | 'problems' | 'errors'

export function shownRows(rows: PreviewRow[], show: Show): PreviewRow[] {
  if (show === 'all') return rows
  return rows.filter((row) => row.state === 'error' || (show === 'problems' && row.state === 'warning'))
}

/** What is wrong with one cell; problems without a known column belong to the row as a whole. */
export function problemsOf(row: PreviewRow, column: string): RowProblem[] {
  return row.problems.filter((problem) => problem.column === column)
}
export function rowProblems(row: PreviewRow, columns: string[]): RowProblem[] {
  return row.problems.filter((problem) => problem.column === undefined || !columns.includes(problem.column))
}

export interface ProblemKind {
  code: string
  column: string
  detail: string
  rows: number[]
}

/** The same mistake in many rows is one thing to repair in the file: kinds of problems with their rows, most frequent first. */
export function kindsOfProblems(rows: PreviewRow[]): ProblemKind[] {
  const kinds = new Map<string, ProblemKind>()
  for (const row of rows)
    for (const { code, column = '', detail } of row.problems) {
      const name = `${code}\u0000${column}`
      const kind = kinds.get(name) ?? { code, column, detail, rows: [] }
      kind.rows.push(row.row)
      kinds.set(name, kind)
    }
  return [...kinds.values()].sort((one, other) => other.rows.length - one.rows.length)
}
