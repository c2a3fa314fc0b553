import { expect, type Locator, type Page } from '@playwright/test'

/** `/b/:discipline`: a board on a phone. */
export class PhoneBoardPage {
  private constructor(readonly page: Page) {}

  static async on(page: Page): Promise<PhoneBoardPage> {
    await page.waitForURL(/\/b\//)
    return new PhoneBoardPage(page)
  }

  static async open(page: Page, discipline: string): Promise<PhoneBoardPage> {
    await page.goto(`/b/${discipline}`)
    return PhoneBoardPage.on(page)
  }

  get discipline(): string {
    return new URL(this.page.url()).pathname.split('/')[2]!
  }

  connection(): Locator {
    return this.page.locator('header .connection')
  }

  certainty(): Locator {
    return this.page.locator('header .certainty')
  }

  rows(): Locator {
    return this.page.locator('table.ranking tbody tr')
  }

  /** Taps the row of a number; what opens says why it has its score. */
  async tap(number: string): Promise<Locator> {
    await this.rows().filter({ hasText: number }).getByRole('button').first().click()
    const why = this.page.locator('table.ranking .why').first()
    await expect(why).toBeVisible()
    return why
  }

  async isLive(): Promise<this> {
    await expect(this.connection()).toHaveText(/直播/)
    return this
  }
}
