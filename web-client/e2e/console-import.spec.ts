import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { gbk } from './files/gbk'
import { xlsx } from './files/xlsx'
import { ConsolePage } from './pages/ConsolePage'
import { EntriesPage } from './pages/EntriesPage'
import { ImportPage } from './pages/ImportPage'

const login = process.env['LEITAI_E2E_LOGIN'] ?? ''
const password = process.env['LEITAI_E2E_PASSWORD'] ?? ''
const DAY = readFileSync(new URL('./files/day.yaml', import.meta.url), 'utf8')
const UNITS = '单位名称,简称,代表队\n任城示例机械厂,任城机械,任城区\n兖州示例机械厂,兖州机械,兖州区\n'

/* As a county sends it: a merged title, a merged head over two rows, ID numbers that became numbers, names with spaces. */
const REGISTRATION = xlsx(
  [
    ['2026 年示例技能竞赛报名表'],
    ['单位', '选手信息', undefined, undefined],
    [undefined, '姓 名', '身份证号', '组别'],
    ['任城示例机械厂', '示 例 甲', '11010519491231002X', '职工组'],
    ['任城示例机械厂', '示例乙', 3.70811199001011e17, '职工组'],
    ['任城示列机械厂', '示例丙', undefined, '职工'],
    ['任城示例机械厂', '示例丁', '110105194912310021', undefined],
  ],
  ['A1:D1', 'A2:A3', 'B2:D2'],
)

test.describe('the organiser imports', () => {
  test.use({ viewport: { width: 1440, height: 900 } })
  test.skip(password === '', 'no account was given by who started the program')

  test('units in GBK, entries from a spoilt spreadsheet, theory results: all is shown before anything is saved', async ({ page }) => {
    const console = await ConsolePage.signIn(page, login, password)
    const contest = await console.createContest(`导入示例 ${Date.now()}`, '2026-11-23', '2026-11-25')
    await contest.newDisciplinePage()
    await contest.upload('day.yaml', DAY)
    const discipline = await contest.nameDiscipline('焊工（示例）', 'HG')

    let file = await ImportPage.open(page, contest.base, 'units')
    await file.drop('单位.csv', gbk(UNITS))
    await expect(file.counts()).toHaveText('2 行可导入，0 行请留意，0 行有错误')
    await file.take()
    await expect(page.getByRole('cell', { name: '兖州区' })).toBeVisible()

    file = await ImportPage.open(page, contest.base, 'entries')
    await file.drop('报名表.xlsx', REGISTRATION)
    await expect(file.counts()).toHaveText('0 行可导入，1 行请留意，3 行有错误')
    await file.cannotBeTaken()
    await expect(file.row(5)).toContainText('Excel 把身份证号变成了科学计数')
    await expect(file.row(5)).toContainText('建议：把这一列设为“文本”')
    await expect(file.row(6)).toContainText('没有这个单位')
    await expect(file.row(6)).toContainText('建议：任城示例机械厂')
    await expect(file.row(6)).toContainText('建议：职工组')
    await expect(file.row(7)).toContainText('校验位不对')
    await expect(file.row(7)).toContainText('不能空着')
    await isAccessible(page)
    await page.locator('.el-radio-button', { hasText: '有提示' }).click()
    await expect(file.row(4)).toContainText('示例甲')
    await expect(file.row(4)).toContainText('空格')
    await expect((await EntriesPage.open(page, contest.base)).page.getByText('名单还是空的')).toBeVisible()

    file = await ImportPage.open(page, contest.base, 'entries')
    await file.drop('名单.csv', Buffer.from('\uFEFF姓名,单位,组别\n示 例 甲,任城示例机械厂,职工组\n示例乙,兖州示例机械厂,职工组\n'))
    await expect(file.counts()).toHaveText('1 行可导入，1 行请留意，0 行有错误')
    await file.take()
    const entries = await EntriesPage.on(page)
    await expect(entries.rows()).toHaveCount(2)
    await expect(entries.row('示例甲')).toContainText('任城区')
    await expect(entries.row('示例甲')).toContainText('职工组')

    file = await ImportPage.open(page, contest.base, 'theory')
    await expect(page.getByText('还没有抽签')).toBeVisible()
    await expect(page.getByText('“理论知识”现在没有开放评分')).toBeVisible()
    await discipline.draw('2026-11-23')
    await discipline.openStage('理论知识')
    await page.getByRole('link', { name: '导入成绩' }).click()
    await expect(page.getByRole('combobox', { name: '选择竞赛模块' })).toBeVisible()
    await file.drop('理论.csv', Buffer.from('参赛编号,成绩\nHG-001,860\nHG-009,77\n'))
    await expect(file.row(2)).toContainText('成绩超出范围')
    await expect(file.row(3)).toContainText('没有这个参赛编号')
    await file.cannotBeTaken()
    await file.drop('理论.csv', Buffer.from('参赛编号,成绩\nHG-001,86\nHG-002,77.5\n'))
    await expect(file.counts()).toHaveText('2 行可导入，0 行请留意，0 行有错误')
    await file.take()
    await expect(discipline.cell('理论知识', '01', '1')).toContainText('已签')
    await discipline.go('seats')
    await expect(page.getByText('成绩由文件导入')).toBeVisible()
  })
})
