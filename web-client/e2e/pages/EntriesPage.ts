import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from './choose'

/** `/console/c/:contest/entries`: who takes part, who applied, the door for applications. */
export class EntriesPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, contest: string): Promise<EntriesPage> {
    await page.goto(`${contest}/entries`)
    return EntriesPage.on(page)
  }

  static async on(page: Page): Promise<EntriesPage> {
    await expect(page.getByRole('heading', { level: 1, name: '参赛名单' })).toBeVisible()
    return new EntriesPage(page)
  }

  rows(): Locator {
    return this.page.locator('.c-grid-rows .c-grid-row')
  }

  row(name: string): Locator {
    return this.rows().filter({ hasText: name })
  }

  /** Opens online registration; the address that is handed out. */
  async openDoor(): Promise<string> {
    await this.page.getByRole('button', { name: '开放网上报名' }).click()
    const link = this.page.locator('.c-door a')
    await expect(link).toBeVisible()
    return new URL((await link.getAttribute('href'))!).pathname
  }

  async approve(name: string): Promise<this> {
    await this.row(name).getByRole('button', { name: '通过', exact: true }).click()
    await expect(this.row(name)).toContainText('已通过')
    return this
  }

  async reject(name: string, reason: string): Promise<this> {
    await this.row(name).getByRole('button', { name: '不通过' }).click()
    const drawer = this.page.getByRole('dialog')
    await choose(this.page, drawer.getByRole('combobox'), reason)
    await drawer.getByRole('button', { name: '不通过' }).click()
    await expect(this.row(name)).toContainText('未通过')
    await this.page.keyboard.press('Escape')
    return this
  }

  /** A fresh code for the contestant's page, with the entry number it belongs to. */
  async codeOf(name: string): Promise<{ number: string; code: string }> {
    const number = (await this.row(name).locator('.num').first().innerText()).trim()
    await this.row(name).getByRole('button', { name }).click()
    const drawer = this.page.getByRole('dialog')
    await drawer.getByRole('button', { name: '生成查询码' }).click()
    const shown = drawer.locator('.c-secret')
    await expect(shown).toBeVisible()
    const code = (await shown.innerText()).replaceAll(/\s/g, '')
    await this.page.keyboard.press('Escape')
    return { number, code }
  }
}
