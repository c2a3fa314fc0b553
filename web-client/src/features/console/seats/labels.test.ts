import { expect, it } from 'vitest'
import { isServed, judgeAddress, nextLabels, spoken } from './labels'

it('new seats take the numbers that are free', () => {
  expect(nextLabels([{ label: '1', role: 'judge' }, { label: '3', role: 'judge' }, { label: '2', role: 'scorer' }], 3)).toEqual(['2', '4', '5'])
})
it('a code is shown in two groups and stands whole in the address', () => {
  expect(spoken('7KQM4XWP')).toBe('7KQM 4XWP')
  expect(judgeAddress('https://hall.example:8443', '7KQM4XWP')).toBe('https://hall.example:8443/judge?code=7KQM4XWP')
})
it('a seat whose sheets are all signed misses nobody, one without sheets does', () => {
  const sheets = [{ seat: 'a', state: 'signed' as const }, { seat: 'b', state: 'empty' as const }]
  expect(['a', 'b', 'c'].map((id) => isServed({ id }, sheets))).toEqual([true, false, false])
})
