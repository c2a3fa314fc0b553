import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { ConsolePage } from './pages/ConsolePage'

const login = process.env['LEITAI_E2E_LOGIN'] ?? ''
const password = process.env['LEITAI_E2E_PASSWORD'] ?? ''

test.describe('the organiser', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('is asked to sign in and told when the password is wrong', async ({ page }) => {
    await page.goto('/console')
    await page.locator('input[name=login]').fill('nobody')
    await page.locator('input[name=password]').fill('not-the-password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('账号或密码不对')
    await isAccessible(page)
  })

  test('sets a contest up from the library and is led to the next step', async ({ page }) => {
    test.skip(password === '', 'no account was given by who started the program')
    const console = await ConsolePage.signIn(page, login, password)
    let contest = await console.createContest(`示例竞赛 ${Date.now()}`, '2026-11-23', '2026-11-25')
    await expect(contest.nextStep()).toContainText('添加赛项')
    await isAccessible(page)
    contest = await contest.addDiscipline('焊工', 'HG')
    await expect(contest.nextStep()).toContainText('发布竞赛')
    await contest.publish()
    await expect(contest.nextStep()).toContainText('导入参赛名单')
  })
})
