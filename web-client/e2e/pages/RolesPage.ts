import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from './choose'

/** `/console/c/:contest/roles`: accounts and what they may do here. */
export class RolesPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, contest: string): Promise<RolesPage> {
    await page.goto(`${contest}/roles`)
    await expect(page.getByRole('heading', { level: 1, name: '岗位权限' })).toBeVisible()
    return new RolesPage(page)
  }

  /** Adds an account and grants it a role. */
  async appoint(name: string, login: string, password: string, role: string): Promise<this> {
    await this.page.getByRole('button', { name: '添加账号' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.locator('input[name=name]').fill(name)
    await dialog.locator('input[name=login]').fill(login)
    await dialog.locator('input[name=password]').fill(password)
    await dialog.getByRole('button', { name: '添加账号' }).click()
    await expect(dialog).toBeHidden()
    await choose(this.page, this.page.getByRole('combobox', { name: '岗位' }), new RegExp(`^${role}$`))
    await this.page.getByRole('button', { name: '授权', exact: true }).click()
    await expect(this.held(name)).toBeVisible()
    return this
  }

  held(name: string): Locator {
    return this.page.locator('.c-table tbody tr').filter({ hasText: name })
  }
}
