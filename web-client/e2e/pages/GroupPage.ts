import { expect, type Locator, type Page } from '@playwright/test'
import { JudgePage } from './JudgePage'

/** `/judge` on a device that carries the seats of a panel: one sheet with a column per seat. */
export class GroupPage {
  private constructor(readonly page: Page) {}

  /** The first seat signs in, the others are added to its device. */
  static async carry(page: Page, first: string, ...others: readonly string[]): Promise<GroupPage> {
    await JudgePage.signIn(page, first)
    const group = new GroupPage(page)
    for (const code of others) await group.add(code)
    await expect(group.tab('全组')).toHaveAttribute('aria-current', 'true')
    return group
  }

  async add(code: string): Promise<this> {
    await this.page.getByRole('button', { name: '加一席' }).click()
    await this.page.getByLabel('席位代码').fill(code)
    await this.page.getByRole('button', { name: '加到这台设备' }).click()
    await expect(this.outbox()).toBeVisible()
    return this
  }

  /** Scans the card of one more seat with the tablet's camera. */
  async scan(code: string): Promise<this> {
    await this.page.goto(`/judge?code=${code}`)
    await this.page.getByRole('button', { name: /共用这台设备/ }).click()
    await expect(this.outbox()).toBeVisible()
    return this
  }

  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: '本机席位' }).getByRole('button', { name: new RegExp(`^${name}`) })
  }

  outbox(): Locator {
    return this.page.locator('.outbox')
  }

  item(number: string): Locator {
    return this.page.getByRole('navigation', { name: '参评编号' }).getByRole('button', { name: new RegExp(`^${number}`) })
  }

  async choose(number: string): Promise<this> {
    await this.item(number).click()
    return this
  }

  /** One aspect of all numbers: the rows are the numbers then. */
  async byAspect(title: string): Promise<this> {
    await this.page.getByRole('button', { name: '按评分点' }).click()
    await this.page.getByRole('navigation', { name: '评分点' }).getByRole('button', { name: new RegExp(`^${title}`) }).click()
    return this
  }

  async byEntry(): Promise<this> {
    await this.page.getByRole('button', { name: '按编号' }).click()
    return this
  }

  /** The row of an aspect, or of a number when judging by aspect. */
  row(title: string): Locator {
    return this.page.locator('section.row').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) })
  }

  card(title: string, seat: string, level: string): Locator {
    return this.row(title).getByRole('button', { name: `${seat} 席 ${level}`, exact: true })
  }

  /** The cards are up: one tap a seat, in the order of the seats. */
  async raise(title: string, ...levels: readonly string[]): Promise<this> {
    for (const [at, level] of levels.entries()) await this.card(title, String(at + 1), level).click()
    return this
  }

  submit(title: string): Locator {
    return this.row(title).locator('.submit')
  }

  /** Every seat says why it marks again. */
  async giveReasons(title: string, reason: string, seats: number): Promise<this> {
    for (let seat = 1; seat <= seats; seat++) await this.row(title).getByLabel(`${seat} 席 重评理由`).fill(reason)
    return this
  }

  /** The seats read their values once more and sign in turn, each with its PIN. */
  async sign(...pins: readonly string[]): Promise<this> {
    await this.page.getByRole('button', { name: '核对并签字' }).click()
    for (const [at, pin] of pins.entries()) {
      await this.page.getByLabel(`${at + 1} 席 PIN`).fill(pin)
      await this.page.getByRole('button', { name: /签字确认/ }).click()
    }
    await expect(this.page.locator('form.sign')).toHaveCount(0)
    return this
  }

  /** Closes the tab and opens the page again in a new one, on the same device. */
  async closeTabAndReturn(): Promise<GroupPage> {
    const context = this.page.context()
    await this.page.close()
    const group = new GroupPage((await JudgePage.return(await context.newPage())).page)
    await expect(group.tab('全组')).toHaveAttribute('aria-current', 'true')
    return group
  }
}
