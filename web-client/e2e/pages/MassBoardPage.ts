import { expect, type Locator, type Page } from '@playwright/test'

/** `/b/:discipline` of a mass paper: one's own place and the best. */
export class MassBoardPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, address: string): Promise<MassBoardPage> {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 2, name: '我的名次' })).toBeVisible()
    return new MassBoardPage(page)
  }

  rows(): Locator {
    return this.page.getByRole('table').locator('tbody tr')
  }

  async find(number: string): Promise<void> {
    await this.page.getByLabel('参赛编号').fill(number)
    await this.page.getByRole('button', { name: '查名次' }).click()
  }

  place(): Locator {
    return this.page.getByRole('status').filter({ hasText: '名' })
  }

  beside(): Locator {
    return this.page.getByRole('list', { name: '前后名次' }).getByRole('listitem')
  }

  async more(): Promise<void> {
    await this.page.getByRole('button', { name: '再看 50 名' }).click()
  }
}
