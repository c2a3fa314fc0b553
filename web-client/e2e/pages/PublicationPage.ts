import { expect, type Locator, type Page } from '@playwright/test'

/** `…/publication`: close → lock → open identities → issue → announce, one after the other. */
export class PublicationPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, discipline: string): Promise<PublicationPage> {
    await page.goto(`${discipline}/publication`)
    await expect(page.getByRole('heading', { level: 1, name: '成绩公布' })).toBeVisible()
    return new PublicationPage(page)
  }

  certainty(): Locator {
    return this.page.locator('.c-head .c-certainty')
  }

  /** The act that is due. */
  next(): Locator {
    return this.page.locator('.c-acts li[aria-current=step]')
  }

  async lock(): Promise<this> {
    await this.next().getByRole('button', { name: '锁定成绩' }).click()
    await expect(this.next()).not.toContainText('锁定成绩')
    return this
  }

  async proposeOpening(): Promise<this> {
    await this.next().getByRole('button', { name: '提出解密' }).click()
    await expect(this.next()).toContainText('已提出')
    return this
  }

  async confirmOpening(): Promise<this> {
    await this.next().getByRole('button', { name: '确认解密' }).click()
    await expect(this.next()).toContainText('签发')
    return this
  }

  async announce(): Promise<this> {
    await this.next().getByRole('button', { name: '现场公布' }).click()
    await expect(this.certainty()).toHaveText('现场成绩·未公示')
    return this
  }

  row(name: string): Locator {
    return this.page.locator('.c-results tbody tr').filter({ hasText: name })
  }

  /** Opens the picture of why; the drawer. */
  async why(name: string): Promise<Locator> {
    await this.row(name).getByRole('button', { name: '为什么' }).click()
    const drawer = this.page.getByRole('dialog')
    await expect(drawer.locator('.why')).toBeVisible()
    return drawer
  }
}
