import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Cable } from './pages/Cable'
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

  test('is told when a page cannot be read because the server is gone, keeps the page that is there, and goes on when it is back', async ({ browser, baseURL }) => {
    test.skip(password === '', 'no account was given by who started the program')
    const cable = await Cable.to(baseURL!)
    const page = await (await browser.newContext({ baseURL: cable.address, ignoreHTTPSErrors: true, locale: 'zh-CN' })).newPage()
    await ConsolePage.signIn(page, login, password)
    await cable.cut()
    await page.getByRole('link', { name: '本机安装' }).click()
    const lost = page.getByRole('alert').filter({ hasText: '这一页没有读出来' })
    await expect(lost).toBeVisible()
    await isAccessible(page)
    await expect(page.getByRole('heading', { name: '竞赛', exact: true })).toBeVisible()
    await cable.mend()
    await lost.getByRole('button', { name: '再试一次' }).click()
    await expect(page.getByRole('heading', { name: '本机安装' })).toBeVisible()
    await page.context().close()
    await cable.cut()
  })
})
