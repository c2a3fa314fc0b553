import { expect, type Locator, type Page } from '@playwright/test'

/** `/console/c/:contest/d/:discipline/answers`: files of answers, how far they are, their ranks. */
export class AnswersPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, discipline: string): Promise<AnswersPage> {
    await page.goto(discipline)
    await page.getByRole('link', { name: '答卷与名次' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '群众答题' })).toBeVisible()
    return new AnswersPage(page)
  }

  async begin(): Promise<this> {
    await this.page.getByRole('button', { name: '开始收答卷' }).click()
    await expect(this.page.getByText('把答卷文件拖到这里')).toBeVisible()
    return this
  }

  async drop(name: string, csv: string): Promise<this> {
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) })
    return this
  }

  taken(): Locator {
    return this.page.getByText(/^全部收下/)
  }

  fault(line: number): Locator {
    return this.page.getByRole('table', { name: '文件里的错误' }).getByRole('row').filter({ has: this.page.locator('td:first-child', { hasText: new RegExp(`^${line}$`) }) })
  }

  /** How many are on the board. */
  ranked(): Locator {
    return this.page.locator('.c-answer-figures dd').last()
  }

  evidence(): Locator {
    return this.page.locator('.c-answer-hash')
  }

  best(): Locator {
    return this.page.locator('.c-answer-ranks tbody tr').first()
  }

  async find(number: string): Promise<Locator> {
    await this.page.getByLabel('参赛编号').fill(number)
    await this.page.getByRole('button', { name: '查名次' }).click()
    return this.page.locator('.c-answer-found')
  }

  async announce(code: string): Promise<this> {
    await this.page.getByRole('button', { name: '公布名次' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(code)
    await dialog.getByRole('button', { name: '公布名次' }).click()
    await expect(dialog).toBeHidden()
    return this
  }
}
