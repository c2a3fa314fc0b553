import { expect, it } from 'vitest'
import { isServed, judgeAddress, nextLabels, seatWords, spoken } from './labels'

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
it('a timekeeper is told from judge number one, a chief is not called twice', () => {
  expect(seatWords({ label: '1' }, '计时员')).toBe('计时员 1')
  expect(seatWords({ label: '裁判长' }, '裁判长')).toBe('裁判长')
})
