import { expect, type Locator, type Page } from '@playwright/test'

/** `/judge`: a seat on a tablet. */
export class JudgePage {
  private constructor(readonly page: Page) {}

  static async signIn(page: Page, code: string): Promise<JudgePage> {
    await page.goto('/judge')
    await page.getByLabel('席位代码').fill(code)
    await page.getByRole('button', { name: '登录' }).click()
    return new JudgePage(page).ready()
  }

  /** Signs in on a seat that another device holds: asked first, then moved here. */
  static async takeOver(page: Page, code: string): Promise<JudgePage> {
    await page.goto('/judge')
    await page.getByLabel('席位代码').fill(code)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByText('这个席位正在另一台设备上使用')).toBeVisible()
    await page.getByRole('button', { name: '在这台设备上继续' }).click()
    return new JudgePage(page).ready()
  }

  static async return(page: Page): Promise<JudgePage> {
    await page.goto('/judge')
    return new JudgePage(page).ready()
  }

  private async ready(): Promise<JudgePage> {
    await expect(this.outbox()).toBeVisible()
    return this
  }

  outbox(): Locator {
    return this.page.locator('.outbox')
  }

  async choose(number: string): Promise<this> {
    await this.page.locator('nav button').filter({ hasText: number }).first().click()
    return this
  }

  /** Types into the box that is active, as a judge with a keyboard does. */
  async type(value: string): Promise<this> {
    for (const key of value) await this.page.keyboard.press(key)
    await this.page.keyboard.press('Enter')
    return this
  }

  async allDelivered(): Promise<this> {
    await expect(this.outbox()).toHaveText(/已送达/)
    return this
  }

  async keptHere(count: number): Promise<this> {
    await expect(this.outbox()).toHaveText(new RegExp(`${count} 条在本机`))
    return this
  }

  async sign(pin: string): Promise<this> {
    await this.page.getByRole('button', { name: '核对并签字' }).click()
    await this.page.getByLabel('席位 PIN').fill(pin)
    await this.page.getByRole('button', { name: /签字确认/ }).click()
    return this
  }
}
