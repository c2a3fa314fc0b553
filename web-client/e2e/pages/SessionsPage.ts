import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from './choose'

/** `…/d/:discipline/sessions`: when which stage is planned to be competed in. */
export class SessionsPage {
  private constructor(private readonly page: Page) {}

  static async open(page: Page, discipline: string): Promise<SessionsPage> {
    await page.goto(`${discipline}/sessions`)
    await expect(page.getByRole('heading', { level: 1, name: '场次' })).toBeVisible()
    return new SessionsPage(page)
  }

  lines(): Locator {
    return this.page.locator('.c-table tbody tr')
  }

  async add(stage: string, day: string, from: string, to: string): Promise<this> {
    const before = await this.lines().count()
    await this.page.getByRole('button', { name: '添加场次' }).click()
    const line = this.lines().nth(before)
    await choose(this.page, line.locator('td').first().getByRole('combobox'), stage)
    for (const [box, value] of [[/日期/, day], [/开始/, from], [/计划结束/, to]] as const) {
      await line.getByLabel(box).fill(value)
      await line.getByLabel(box).press('Tab')
      await expect(line.getByLabel(box)).toHaveValue(value)
    }
    return this
  }

  async keep(): Promise<this> {
    await this.page.getByRole('button', { name: '保存' }).click()
    await expect(this.page.getByText('已保存')).toBeVisible()
    return this
  }
}
