import { expect, type Locator, type Page } from '@playwright/test'

/** `/b/:discipline` of a mass paper: one's own place and the best. */
export class MassBoardPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, address: string): Promise<MassBoardPage> {
    await page.goto(address)
    return MassBoardPage.on(page)
  }

  static async on(page: Page): Promise<MassBoardPage> {
    await expect(page.getByRole('heading', { level: 2, name: '我的名次' })).toBeVisible()
    return new MassBoardPage(page)
  }

  /** The page while nobody answers for ranks, and once somebody does again. */
  static async afterSilence(page: Page, address: string): Promise<MassBoardPage> {
    const ranks = /\/paper\/ranks/
    await page.route(ranks, (route) => route.abort())
    await page.goto(address)
    const retry = page.getByRole('button', { name: '再试一次' })
    await expect(page.getByText('连不上服务器，请检查网络后再试。')).toBeVisible()
    await retry.click()
    await expect(retry).toBeVisible()
    await page.unroute(ranks)
    await retry.click()
    return MassBoardPage.on(page)
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
