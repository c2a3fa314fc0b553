import { expect, type Page } from '@playwright/test'
import { ConsoleContestPage } from './ConsoleContestPage'

/** `/login` and `/console`: who may in, the contests, a new one. */
export class ConsolePage {
  private constructor(private readonly page: Page) {}

  static async signIn(page: Page, login: string, password: string): Promise<ConsolePage> {
    await page.goto('/console')
    await page.getByLabel('账号', { exact: true }).fill(login)
    await page.locator('input[name=password]').fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '竞赛' })).toBeVisible()
    return new ConsolePage(page)
  }

  async createContest(title: string, firstDay: string, lastDay: string): Promise<ConsoleContestPage> {
    await this.page.goto('/console/new')
    await this.page.locator('input[name=title-zh]').fill(title)
    await this.page.locator('.el-range-input').first().fill(firstDay)
    await this.page.locator('.el-range-input').nth(1).fill(lastDay)
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('button', { name: '建立竞赛' }).click()
    return ConsoleContestPage.on(this.page)
  }
}
