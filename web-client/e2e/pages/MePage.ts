import { expect, type Locator, type Page } from '@playwright/test'

/** `/me`: a contestant's own page. */
export class MePage {
  private constructor(readonly page: Page) {}

  static async signIn(page: Page, number: string, code: string): Promise<MePage> {
    await page.goto('/me')
    await page.getByLabel('参赛编号').fill(number)
    await page.getByLabel('代码').fill(code)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { name: '报名与检录' })).toBeVisible()
    return new MePage(page)
  }

  /** The phone comes out of the pocket again: its page is seen once more. */
  async takenOutAgain(): Promise<this> {
    await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    return this
  }

  /** What the page says of a fact, such as 报到. */
  fact(name: string): Locator {
    return this.page.locator('dl div').filter({ has: this.page.locator('dt', { hasText: new RegExp(`^${name}$`) }) }).locator('dd')
  }

  score(): Locator {
    return this.page.locator('.score strong')
  }

  why(): Locator {
    return this.page.getByRole('heading', { name: '分数从哪里来' })
  }

  /** A line of how the total is put together. */
  sum(title: string): Locator {
    return this.page.locator('.why .sum div').filter({ hasText: title })
  }

  /** What of a tile says that its mark was dropped. */
  struck(): Locator {
    return this.page.locator('s')
  }

  tiles(): Locator {
    return this.page.locator('.why figure li')
  }
}
