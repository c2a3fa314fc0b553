export interface ExcerptLine {
  number: number
  text: string
  here: boolean
}

/** The line of a finding with a line before and after it; a caret line under it shows the column. Empty without a line. */
export function excerpt(yaml: string, line: number | undefined, column: number | undefined): ExcerptLine[] {
  const all = yaml.split(/\r?\n/)
  if (line === undefined || line < 1 || line > all.length) return []
  const first = Math.max(1, line - 1)
  const shown = all.slice(first - 1, line + 1).map((text, index) => ({ number: first + index, text, here: first + index === line }))
  if (column === undefined || column < 1) return shown
  const caret = { number: line, text: ' '.repeat(column - 1) + '^', here: true }
  return shown.flatMap((one) => (one.here ? [one, caret] : [one]))
}
