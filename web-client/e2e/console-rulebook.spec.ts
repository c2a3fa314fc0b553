import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { ConsolePage } from './pages/ConsolePage'

const login = process.env['LEITAI_E2E_LOGIN'] ?? ''
const password = process.env['LEITAI_E2E_PASSWORD'] ?? ''
const DAY = readFileSync(new URL('./files/day.yaml', import.meta.url), 'utf8')

test.describe('the organiser chooses a rulebook', () => {
  test.use({ viewport: { width: 1440, height: 900 } })
  test.skip(password === '', 'no account was given by who started the program')

  test('from the library or a file: it is explained in words, and what is wrong is shown with its line', async ({ page }) => {
    const console = await ConsolePage.signIn(page, login, password)
    const contest = await console.createContest(`规则示例 ${Date.now()}`, '2026-11-23', '2026-11-23')
    await contest.newDisciplinePage()
    await page.locator('button.c-card').filter({ hasText: '焊工（焊条电弧焊）' }).click()
    await expect(contest.explanation()).toContainText('“理论知识”，占总成绩 30%')
    await expect(contest.explanation()).toContainText('加密评分')
    await expect(contest.explanation()).toContainText('一等奖 10%')
    await isAccessible(page)

    await contest.upload('broken.yaml', DAY.replace('weight: 30%', 'wieght: 30%').replace('kind: points, max: 60', 'kind: pionts, max: 60'))
    await expect(contest.findings()).not.toHaveCount(0)
    const unknown = contest.findings().filter({ hasText: 'wieght' })
    await expect(unknown.first()).toContainText('第 16 行')
    await expect(unknown.locator('code.here').first()).toContainText('wieght: 30%')
    await expect(unknown.first()).toContainText('weight')
    await expect(page.getByRole('button', { name: '添加赛项' })).toHaveCount(0)
    await isAccessible(page)

    await contest.upload('day.yaml', DAY)
    await expect(contest.explanation()).toContainText('去掉 1 个最高分和 1 个最低分后取平均')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(contest.explanation()).toContainText('30% of the total')
    await page.getByRole('button', { name: '中文' }).click()
    const discipline = await contest.nameDiscipline('焊工（示例）', 'HG')
    await expect(page.locator('.c-explained')).toContainText('占总成绩 30%')
    expect(discipline.id).toMatch(/^[0-9a-f-]{36}$/)
  })
})
