import { describe, expect, it } from 'vitest'
import { countRows } from './countRows'

describe('rows of a file', () => {
  it('are its lines without the heading, with and without a last line feed', async () => {
    expect(await countRows(new Blob(['number,q1\n1,A\n2,B\n']))).toBe(2)
    expect(await countRows(new Blob(['number,q1\r\n1,A\r\n\r\n2,B']))).toBe(2)
  })
  it('are none of a file that is empty or holds the heading alone', async () => {
    expect(await countRows(new Blob([]))).toBe(0)
    expect(await countRows(new Blob(['number,q1\n']))).toBe(0)
  })
})
