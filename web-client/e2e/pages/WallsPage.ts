import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from './choose'

/** `/console/c/:contest/walls`: which wall shows what. */
export class WallsPage {
  private constructor(private readonly page: Page) {}

  static async open(page: Page, contest: string): Promise<WallsPage> {
    await page.goto(`${contest}/walls`)
    await expect(page.getByRole('heading', { level: 1, name: '大屏' })).toBeVisible()
    return new WallsPage(page)
  }

  wall(name: string): Locator {
    return this.page.locator('.c-table tbody tr').filter({ has: this.page.getByRole('button', { name, exact: true }) })
  }

  /** Hangs the next wall; the path of its address. */
  async add(name: string): Promise<string> {
    await this.page.getByRole('button', { name: '添加大屏' }).click()
    await expect(this.wall(name)).toBeVisible()
    return new URL((await this.wall(name).locator('a').getAttribute('href'))!).pathname
  }

  async show(name: string, what: string): Promise<this> {
    await choose(this.page, this.wall(name).getByRole('combobox'), what)
    await expect(this.wall(name).locator('.el-select')).toContainText(what)
    return this
  }

  async rename(name: string, to: string): Promise<this> {
    await this.wall(name).getByRole('button', { name, exact: true }).click()
    await this.page.getByRole('textbox', { name: '名称' }).fill(to)
    await this.page.getByRole('button', { name: '保存' }).click()
    await expect(this.wall(to)).toBeVisible()
    return this
  }

  async remove(name: string): Promise<this> {
    await this.wall(name).getByRole('button', { name: '撤下' }).click()
    await expect(this.wall(name)).toHaveCount(0)
    return this
  }
}
