import { describe, expect, it } from 'vitest'
import { Problem } from '../api/transport'
import { faultsOf } from './faults'

describe('faults of a file of answers', () => {
  it('are named by line, column and code', () => {
    const refused = new Problem(422, 'answers-refused', '', { faults: '4052 q1 unknown-level\n6502 - cells' })
    expect(faultsOf(refused)).toEqual([
      { line: 4052, column: 'q1', code: 'unknown-level' },
      { line: 6502, column: '', code: 'cells' },
    ])
  })
  it('are none of another problem, or of none', () => {
    expect(faultsOf(new Problem(409, 'number-twice', '', { number: '7' }))).toEqual([])
    expect(faultsOf(undefined)).toEqual([])
  })
})
