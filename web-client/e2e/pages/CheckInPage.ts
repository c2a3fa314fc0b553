import { expect, type Locator, type Page } from '@playwright/test'

/** `/console/c/:contest/arrival`: the desk at the door and the call room. */
export class CheckInPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, contest: string): Promise<CheckInPage> {
    await page.goto(`${contest}/arrival`)
    await expect(page.getByRole('heading', { level: 1, name: '报到与检录' })).toBeVisible()
    return new CheckInPage(page)
  }

  async at(desk: '报到' | '检录'): Promise<this> {
    await this.page.locator('.el-radio-button', { hasText: desk }).click()
    return this
  }

  /** With the keyboard alone: a few letters, Enter. */
  async take(text: string): Promise<this> {
    await this.page.getByRole('combobox').fill(text)
    await expect(this.page.locator('#found li').first()).toBeVisible()
    await this.page.keyboard.press('Enter')
    await expect(this.said()).toContainText(text)
    return this
  }

  said(): Locator {
    return this.page.locator('.c-note-done')
  }

  tally(word: '应到' | '已报到' | '已检录'): Locator {
    return this.page.locator('.c-tally div').filter({ hasText: word }).locator('dd')
  }
}
