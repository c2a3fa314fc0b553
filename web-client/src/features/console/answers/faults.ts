import type { Problem } from '../api/transport'

/** A cell, or a whole line, of a file of answers that cannot be taken. */
export interface Fault {
  readonly line: number
  /** Empty when it is the whole line. */
  readonly column: string
  readonly code: string
}

/** What a refused file of answers says about itself, a fault a line: line, column or `-`, code. */
export function faultsOf(problem: Problem | undefined): Fault[] {
  if (problem?.code !== 'answers-refused') return []
  return (problem.values['faults'] ?? '')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => {
      const [line, column, code] = text.split(' ')
      return { line: Number(line), column: column === '-' ? '' : column!, code: code! }
    })
}
