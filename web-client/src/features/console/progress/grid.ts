import type { Sheet, SheetState } from '../api/judging'

export interface Column {
  form: string
  seat: string
}
export interface Grid {
  stage: string
  columns: Column[]
  rows: { subject: string; cells: (Sheet | undefined)[] }[]
}

/** One grid a stage: a row for each number, a column for each sheet and seat. Cells without a sheet are nobody's duty. */
export function gridsOf(sheets: Sheet[]): Grid[] {
  return distinct(sheets.map((sheet) => sheet.stage)).map((stage) => {
    const mine = sheets.filter((sheet) => sheet.stage === stage)
    const byName = new Map(mine.map((sheet) => [nameOf(sheet.subject, sheet.form, sheet.seat), sheet]))
    const columns = distinct(mine.map((sheet) => `${sheet.form}\u0000${sheet.seat}`)).map((pair) => ({
      form: pair.split('\u0000')[0]!,
      seat: pair.split('\u0000')[1]!,
    }))
    const subjects = distinct(mine.map((sheet) => sheet.subject)).sort(byNumber)
    return {
      stage,
      columns,
      rows: subjects.map((subject) => ({ subject, cells: columns.map(({ form, seat }) => byName.get(nameOf(subject, form, seat))) })),
    }
  })
}

export function countStates(sheets: Sheet[]): Record<SheetState, number> {
  const counts: Record<SheetState, number> = { empty: 0, marking: 0, complete: 0, signed: 0, returned: 0, disputed: 0 }
  for (const sheet of sheets) counts[sheet.state]++
  return counts
}

/** Seats that still owe sheets, most first: whom to go and see. */
export function owing(sheets: Sheet[]): { seat: string; due: number; next: string }[] {
  const open = sheets.filter((sheet) => sheet.state !== 'signed')
  return distinct(open.map((sheet) => sheet.seat))
    .map((seat) => {
      const mine = open.filter((sheet) => sheet.seat === seat)
      return { seat, due: mine.length, next: mine.map((sheet) => sheet.subject).sort(byNumber)[0]! }
    })
    .sort((one, other) => other.due - one.due)
}

const nameOf = (subject: string, form: string, seat: string) => [subject, form, seat].join('\u0000')
const distinct = (values: string[]) => [...new Set(values)]
const byNumber = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true })
