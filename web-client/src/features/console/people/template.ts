import type { Entry, ImportKind } from '../api/people'

/* The headings that the server recognises first, in the order in which people fill them in. */
const COLUMNS: Record<ImportKind, readonly string[]> = {
  units: ['unitName', 'short', 'delegation'],
  entries: ['name', 'unit', 'division', 'idNumber', 'phone'],
  theory: ['number', 'score', 'contestant'],
}

/** An empty table to fill in; results come with the numbers of who is due, so that nobody types them. */
export function templateRows(kind: ImportKind, heading: (column: string) => string, due: Entry[] = []): string[][] {
  const head = COLUMNS[kind].map(heading)
  return kind === 'theory' ? [head, ...due.map((entry) => [entry.number, '', entry.name])] : [head]
}
