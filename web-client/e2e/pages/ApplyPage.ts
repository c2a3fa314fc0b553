import { expect, type Page } from '@playwright/test'

/** `/apply/:contest`: the public form on a phone. */
export class ApplyPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, path: string): Promise<ApplyPage> {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: '报名' })).toBeVisible()
    return new ApplyPage(page)
  }

  async fill(person: { name: string; phone: string; idNumber?: string; unit: string; delegation?: string; division?: string }): Promise<this> {
    if (person.division) await this.page.getByLabel('组别').selectOption({ label: person.division })
    await this.page.getByLabel('姓名').fill(person.name)
    await this.page.getByLabel('手机号').fill(person.phone)
    if (person.idNumber) await this.page.getByLabel('身份证号').fill(person.idNumber)
    await this.page.getByLabel('所在单位').fill(person.unit)
    if (person.delegation) await this.page.getByLabel('代表队').selectOption({ label: person.delegation })
    await this.page.getByRole('checkbox', { name: /我同意/ }).check()
    return this
  }

  async send(): Promise<this> {
    await this.page.getByRole('button', { name: '提交报名' }).click()
    return this
  }

  async isSent(): Promise<this> {
    await expect(this.page.getByText('报名已提交')).toBeVisible()
    return this
  }
}
