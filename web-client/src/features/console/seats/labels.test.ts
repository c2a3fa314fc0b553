import { expect, it } from 'vitest'
import { judgeAddress, nextLabels, spoken } from './labels'

it('new seats take the numbers that are free', () => {
  expect(nextLabels([{ label: '1' }, { label: '3' }, { label: '裁判长' }], 3)).toEqual(['2', '4', '5'])
})
it('a code is shown in two groups and stands whole in the address', () => {
  expect(spoken('7KQM4XWP')).toBe('7KQM 4XWP')
  expect(judgeAddress('https://hall.example:8443', '7KQM4XWP')).toBe('https://hall.example:8443/judge?code=7KQM4XWP')
})
