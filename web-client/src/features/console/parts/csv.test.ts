import { expect, it } from 'vitest'
import { asCsv } from './csv'

it('fields keep commas, quotes and line breaks', () => {
  expect(asCsv([['示例甲', 'a,"b"\nc']])).toBe('\uFEFF"示例甲","a,""b""\nc"\r\n')
})
it('a text that a spreadsheet would run is disarmed, a negative number is not touched', () => {
  expect(asCsv([['=1+1', '@x', '-0.02', '+8', '-x']])).toBe('\uFEFF"\'=1+1","\'@x","-0.02","+8","\'-x"\r\n')
})
