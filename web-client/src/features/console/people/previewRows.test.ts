import { expect, it } from 'vitest'
import type { PreviewRow } from '../api/people'
import { kindsOfProblems, problemsOf, rowProblems, shownRows } from './previewRows'

const row = (number: number, state: PreviewRow['state'], ...problems: [string, string?][]): PreviewRow => ({
  row: number,
  state,
  values: {},
  problems: problems.map(([code, column]) => ({ code, detail: code, ...(column ? { column } : {}) })),
})
const rows = [row(2, 'ok'), row(3, 'error', ['id-number-rounded', '身份证号']), row(4, 'warning', ['spaces-inside', '姓名']), row(5, 'error', ['id-number-rounded', '身份证号'], ['duplicate'])]

it('errors only, or everything that has something to say', () => {
  expect(shownRows(rows, 'errors').map((one) => one.row)).toEqual([3, 5])
  expect(shownRows(rows, 'problems').map((one) => one.row)).toEqual([3, 4, 5])
  expect(shownRows(rows, 'all')).toHaveLength(4)
})
it('a problem stands at its cell, one without column at the row', () => {
  expect(problemsOf(rows[3]!, '身份证号').map((one) => one.code)).toEqual(['id-number-rounded'])
  expect(rowProblems(rows[3]!, ['身份证号', '姓名']).map((one) => one.code)).toEqual(['duplicate'])
})
it('one mistake in many rows is told once, with its rows', () => {
  expect(kindsOfProblems(rows)[0]).toEqual({
    code: 'id-number-rounded',
    column: '身份证号',
    detail: 'id-number-rounded',
    rows: [3, 5],
  })
})
