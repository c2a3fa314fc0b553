import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from './choose'

/** `/console/c/:contest/import/:kind`: a file is read, looked at, and taken as a whole or not at all. */
export class ImportPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, contest: string, kind: 'units' | 'entries' | 'theory'): Promise<ImportPage> {
    await page.goto(`${contest}/import/${kind}`)
    await expect(page.getByRole('heading', { level: 1, name: /^导入/ })).toBeVisible()
    return new ImportPage(page)
  }

  async forDiscipline(title: string): Promise<this> {
    await choose(this.page, this.page.getByRole('combobox', { name: '选择赛项' }), title)
    return this
  }

  async forStage(title: string): Promise<this> {
    await choose(this.page, this.page.getByRole('combobox', { name: '选择竞赛模块' }), title)
    return this
  }

  async drop(name: string, buffer: Buffer): Promise<this> {
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    return this
  }

  counts(): Locator {
    return this.page.locator('.c-apply [role=status]')
  }

  /** A row of the preview by its number in the file. */
  row(number: number): Locator {
    return this.page.locator('.c-preview tbody tr').filter({ has: this.page.locator('td:first-child', { hasText: new RegExp(`^${number}$`) }) })
  }

  kinds(): Locator {
    return this.page.locator('.c-kinds li')
  }

  private button(): Locator {
    return this.page.locator('.c-apply').getByRole('button')
  }

  async cannotBeTaken(): Promise<this> {
    await expect(this.button()).toBeDisabled()
    return this
  }

  /** Takes the file; the page then shows what it was for. */
  async take(): Promise<void> {
    await this.button().click()
    await this.page.waitForURL((url) => !url.pathname.includes('/import/'))
  }
}
