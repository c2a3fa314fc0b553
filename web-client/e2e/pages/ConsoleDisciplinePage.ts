import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from './choose'

export interface Card {
  readonly label: string
  readonly code: string
  readonly pin: string
}

/** `/console/c/:contest/d/:discipline`: the draw, numbers, seats, cards, stages, progress. */
export class ConsoleDisciplinePage {
  constructor(
    readonly page: Page,
    /** Where it lies, such as `/console/c/…/d/…`. */
    readonly base: string,
  ) {}

  get id(): string {
    return this.base.split('/').at(-1)!
  }

  /** The same discipline before another person's screen. */
  on(page: Page): ConsoleDisciplinePage {
    return new ConsoleDisciplinePage(page, this.base)
  }

  async go(tab: '' | 'numbers' | 'seats' | 'seats/cards' | 'progress' | 'claims' | 'publication'): Promise<this> {
    await this.page.goto(tab === '' ? this.base : `${this.base}/${tab}`)
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
    return this
  }

  async draw(seed: string): Promise<this> {
    await this.go('numbers')
    await this.page.getByLabel('现场摇出的种子').fill(seed)
    await this.page.getByRole('button', { name: /名抽签/ }).click()
    await expect(this.page.locator('.c-order li').first()).toBeVisible()
    return this
  }

  /** Only the encryption officer finds the button; the table of names is told by number. */
  async giveNumbers(): Promise<Map<string, string>> {
    await this.go('numbers')
    await this.giveButton().click()
    await expect(this.page.getByText(/^封印/)).toBeVisible()
    return this.numberTable()
  }

  /** The encryption officer types what was drawn by hand, a line for each entry. */
  async typeNumbers(lines: string): Promise<this> {
    await this.page.locator('.el-radio', { hasText: '录入' }).click()
    await this.page.getByLabel('每行').fill(lines)
    return this
  }

  giveButton(): Locator {
    return this.page.getByRole('button', { name: /^为 \d+ 名编号/ })
  }

  typedProblems(): Locator {
    return this.page.locator('.c-typed-problems li')
  }

  async numberTable(): Promise<Map<string, string>> {
    await this.page.getByRole('button', { name: '显示号码对照表' }).click()
    const rows = this.page.locator('.c-secret-table tbody tr')
    await expect(rows.first()).toBeVisible()
    const pairs = await rows.evaluateAll((all) => all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent!.trim())))
    return new Map(pairs.map(([number, name]) => [name!, number!]))
  }

  async addSeatsByRule(): Promise<this> {
    await this.go('seats')
    await this.page.getByRole('button', { name: /按规则添加/ }).click()
    await expect(this.seat('1')).toBeVisible()
    return this
  }

  async addSeat(role: '裁判' | '裁判长' | '计时员' | '记分员', count = 1): Promise<this> {
    await this.go('seats')
    await this.page.getByRole('button', { name: '添加席位' }).first().click()
    const dialog = this.page.getByRole('dialog')
    await dialog.locator('.el-radio-button', { hasText: new RegExp(`^${role}$`) }).click()
    if (role === '裁判') await dialog.getByRole('spinbutton').fill(String(count))
    await dialog.getByRole('button', { name: '添加席位' }).click()
    await expect(dialog).toBeHidden()
    return this
  }

  /** A judge's or chief's seat; a file of results makes a scorer's seat that carries a number too. */
  seat(label: string): Locator {
    const rows = this.page.locator('.c-table tbody tr').filter({ has: this.page.locator('td:first-child', { hasText: new RegExp(`^${label}$`) }) })
    return rows.filter({ hasNotText: '记分员' })
  }

  /** Asks for another person on a seat; the dialog says who sits there now. */
  async replacing(label: string): Promise<Locator> {
    await this.seat(label).getByRole('button', { name: '换人' }).click()
    return this.page.getByRole('dialog')
  }

  async fill(label: string, name: string, unit?: string): Promise<this> {
    await this.seat(label).getByRole('button').last().click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill(name)
    if (unit) await choose(this.page, dialog.getByRole('combobox'), unit)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(this.seat(label)).toContainText(name)
    return this
  }

  /** A new card for one seat alone; the others keep theirs. */
  async newCard(label: string): Promise<Card> {
    await this.go('seats/cards')
    const boxes = this.page.locator('.el-checkbox')
    await expect(boxes.first()).toBeVisible()
    for (const box of await boxes.all()) if (!new RegExp(`^${label}(\\D|$)`).test((await box.innerText()).trim())) await box.click()
    await this.makeCards()
    const cards = await this.cards()
    expect(cards).toHaveLength(1)
    return cards[0]!
  }

  private async makeCards(): Promise<void> {
    await this.page.getByRole('button', { name: /张席位卡/ }).click()
    await expect(this.page.getByRole('button', { name: '打印', exact: true })).toBeVisible()
  }

  /** Makes cards for all seats and reads them; a seat that a file of results made needs none. */
  async printCards(): Promise<Card[]> {
    await this.go('seats/cards')
    await this.makeCards()
    return this.cards()
  }

  private cards(): Promise<Card[]> {
    return this.page.locator('.c-seat-card').filter({ hasNotText: '记分员' }).evaluateAll((cards) =>
      cards.map((card) => {
        const [code, pin] = [...card.querySelectorAll('.c-slip-code')].map((each) => each.textContent!.replaceAll(/\s/g, ''))
        return { label: card.querySelector('.c-seat-label')!.textContent!.replace(/\s*号席$/, '').trim(), code: code!, pin: pin! }
      }),
    )
  }

  private stage(title: string): Locator {
    return this.page.locator('.c-stage').filter({ hasText: title })
  }

  async openStage(title: string): Promise<this> {
    await this.go('progress')
    await this.stage(title).getByRole('button', { name: '开放评分' }).click()
    await expect(this.stage(title)).toContainText('评分中')
    return this
  }

  async closeStage(title: string): Promise<this> {
    await this.go('progress')
    await this.stage(title).getByRole('button', { name: '收评' }).click()
    await expect(this.stage(title)).toContainText('已收评')
    return this
  }

  /** The sheet of a number at a seat of a stage, in words. */
  cell(stage: string, number: string, seat: string): Locator {
    return this.page.getByRole('region', { name: stage }).locator(`[data-cell="${number}|${seat}"]`)
  }
}
