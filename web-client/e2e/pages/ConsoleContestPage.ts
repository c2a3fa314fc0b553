import { expect, type Locator, type Page } from '@playwright/test'
import { ConsoleDisciplinePage } from './ConsoleDisciplinePage'

/** `/console/c/:contest`: one contest, from its first discipline to its entries. */
export class ConsoleContestPage {
  private constructor(
    readonly page: Page,
    /** Where it lies, such as `/console/c/…`. */
    readonly base: string,
  ) {}

  static async on(page: Page): Promise<ConsoleContestPage> {
    await page.waitForURL(/\/console\/c\/[0-9a-f-]{36}$/)
    await expect(page.getByRole('heading', { name: '按顺序往下做' })).toBeVisible()
    return new ConsoleContestPage(page, new URL(page.url()).pathname)
  }

  nextStep(): Locator {
    return this.page.locator('.c-steps .next .c-step-name')
  }

  /** Chooses a rulebook of the library by its title, reads its explanation and adds the discipline under that code. */
  async addDiscipline(rulebook: string | RegExp, code: string): Promise<ConsoleContestPage> {
    await this.page.goto(`${this.base}/disciplines/new`)
    await this.page.locator('button.c-card').filter({ hasText: rulebook }).first().click()
    await expect(this.page.locator('.c-explained')).not.toBeEmpty()
    await this.page.locator('input[name=code]').fill(code)
    await this.page.getByRole('button', { name: '添加赛项' }).click()
    await this.page.waitForURL(/\/d\/[0-9a-f-]{36}$/)
    return this.overview()
  }

  newDisciplinePage(): Promise<unknown> {
    return this.page.goto(`${this.base}/disciplines/new`)
  }

  /** Gives a rulebook file of one's own; what is wrong with it, or what it says, is on the page afterwards. */
  async upload(name: string, text: string | Buffer): Promise<this> {
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) })
    return this
  }

  explanation(): Locator {
    return this.page.locator('.c-explained')
  }

  findings(): Locator {
    return this.page.locator('.c-findings > li')
  }

  /** Names the discipline whose rulebook is explained on the page, and adds it. */
  async nameDiscipline(title: string, code: string): Promise<ConsoleDisciplinePage> {
    await this.page.locator('input[name=title-zh]').fill(title)
    await this.page.locator('input[name=code]').fill(code)
    await this.page.getByRole('button', { name: '添加赛项' }).click()
    await this.page.waitForURL(/\/d\/[0-9a-f-]{36}$/)
    return new ConsoleDisciplinePage(this.page, new URL(this.page.url()).pathname)
  }

  async publish(): Promise<ConsoleContestPage> {
    await this.overview()
    await this.page.locator('.c-head-acts').getByRole('button', { name: '发布竞赛' }).click()
    await expect(this.page.locator('.c-head-acts')).toHaveText(/已发布/)
    return this
  }

  async overview(): Promise<ConsoleContestPage> {
    await this.page.goto(this.base)
    return ConsoleContestPage.on(this.page)
  }
}
