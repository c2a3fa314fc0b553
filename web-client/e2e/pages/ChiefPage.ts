import { expect, type Locator, type Page } from '@playwright/test'
import { JudgePage } from './JudgePage'

/** `/judge` of the chief judge's seat: progress, claims, issue. */
export class ChiefPage {
  private constructor(readonly judge: JudgePage) {}

  static async signIn(page: Page, code: string): Promise<ChiefPage> {
    return new ChiefPage(await JudgePage.signIn(page, code))
  }

  get page(): Page {
    return this.judge.page
  }

  async show(tab: '进度' | '待裁定' | '修正' | '签发'): Promise<this> {
    await this.page.locator('.tabs').getByRole('button', { name: tab }).click()
    return this
  }

  /** The sheet of a number in the column of a seat. */
  cell(number: string, seat: string): Locator {
    return this.page.locator(`[data-cell="${number}|${seat}"]`).first()
  }

  async returnSheet(number: string, seat: string, reason: string): Promise<this> {
    await this.show('进度')
    await this.cell(number, seat).getByRole('button').click()
    await this.page.getByLabel('退回原因').fill(reason)
    await this.page.getByRole('button', { name: '退回复评' }).click()
    await expect(this.cell(number, seat)).toContainText('需复评')
    return this
  }

  claims(): Locator {
    return this.page.locator('.claims article.claim')
  }

  /** Judgements that lie too far apart. */
  disagreements(): Locator {
    return this.page.locator('.claims article.disagreement')
  }

  /** What stands beside the marks of a number's sheet. */
  beside(number: string): Locator {
    return this.page.locator('article.beside').filter({ has: this.page.getByRole('heading', { name: new RegExp(`^${number}`) }) })
  }

  async signBeside(number: string, pin: string): Promise<void> {
    await this.beside(number).getByLabel('裁判长 PIN').fill(pin)
    await this.beside(number).getByRole('button', { name: '裁判长签字确认' }).click()
  }

  /** Decides a claim by its number, or `number · aspect`: accepts what came second or late, or leaves what counts. */
  async decideClaim(which: string, accept: boolean, reason: string): Promise<this> {
    await this.show('待裁定')
    const claim = this.claims().filter({ has: this.page.getByRole('heading', { name: new RegExp(`^${which}`) }) })
    await claim.getByLabel('裁定理由').fill(reason)
    await claim.getByRole('button', { name: accept ? /^采用/ : /^(保留|不采用)/ }).click()
    await expect(claim).toHaveCount(0)
    return this
  }

  /** Corrects what the panel came to for a number. */
  async adjust(number: string, by: string, reason: string): Promise<this> {
    await this.page.getByRole('combobox', { name: '编号' }).selectOption(number)
    await this.page.getByLabel('修正多少').fill(by)
    await this.page.getByLabel('修正理由').fill(reason)
    await this.page.getByRole('button', { name: `修正 ${number} 号` }).click()
    await expect(this.adjustments().filter({ hasText: number }).filter({ hasText: reason })).toBeVisible()
    return this
  }

  adjustments(): Locator {
    return this.page.locator('.adjust section li')
  }

  /** Those who are equal at a rank, waiting for lots. */
  tie(rank: number): Locator {
    return this.page.locator('.lots form').filter({ has: this.page.getByRole('heading', { name: new RegExp(`并列第 ${rank}`) }) })
  }

  async issue(pin: string): Promise<this> {
    await this.show('签发')
    await this.page.getByLabel('裁判长 PIN').fill(pin)
    await this.page.getByRole('button', { name: '签发', exact: true }).last().click()
    await expect(this.page.getByText('已签发')).toBeVisible()
    return this
  }
}
