import { expect, type Locator, type Page } from '@playwright/test'

/** `/judge`: a seat on a tablet. */
export class JudgePage {
  private constructor(readonly page: Page) {}

  static async signIn(page: Page, code: string): Promise<JudgePage> {
    await JudgePage.typeCode(page, code)
    return new JudgePage(page).ready()
  }

  /** Signs in on a seat that another device holds: asked first, then moved here. */
  static async takeOver(page: Page, code: string): Promise<JudgePage> {
    await JudgePage.typeCode(page, code)
    await expect(page.getByText('这个席位正在另一台设备上使用')).toBeVisible()
    await page.getByRole('button', { name: '在这台设备上继续' }).click()
    return new JudgePage(page).ready()
  }

  /** Opens the address that the QR code of a seat card holds. */
  static async scan(page: Page, code: string): Promise<JudgePage> {
    await page.goto(`/judge?code=${code}`)
    return new JudgePage(page).ready()
  }

  /** With the keyboard alone. */
  static async typeCode(page: Page, code: string): Promise<void> {
    await page.goto('/judge')
    await page.getByLabel('席位代码').focus()
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
  }

  static async return(page: Page): Promise<JudgePage> {
    await page.goto('/judge')
    return new JudgePage(page).ready()
  }

  /** The desk of a page on which somebody signed in already. */
  static opened(page: Page): Promise<JudgePage> {
    return new JudgePage(page).ready()
  }

  private async ready(): Promise<this> {
    await expect(this.outbox()).toBeVisible()
    return this
  }

  outbox(): Locator {
    return this.page.locator('.outbox')
  }

  /** Entries (or aspects) with their state. */
  item(number: string): Locator {
    return this.page.locator('nav button').filter({ has: this.page.locator('.label', { hasText: number }) }).first()
  }

  async choose(number: string): Promise<this> {
    await this.item(number).click()
    return this
  }

  async chooseForm(title: string): Promise<this> {
    await this.page.locator('select').filter({ hasText: title }).selectOption({ label: title })
    return this
  }

  /** The row of an aspect, or of a number when marking by aspect. */
  row(title: string): Locator {
    return this.page.locator('section.row').filter({ has: this.page.getByRole('heading', { name: title, exact: true }) })
  }

  /** Taps the digits into the box of a row (of its n-th value) on the form's own pad. */
  async enter(title: string, value: string, nth = 0): Promise<this> {
    await this.row(title).locator('.box').nth(nth).click()
    for (const key of value) await this.key(key)
    await this.page.locator('.pad .next').click()
    return this
  }

  private async key(key: string): Promise<void> {
    const name = key === '.' ? '小数点' : key === '-' ? '正负号' : key
    await this.page.locator('.pad').getByRole('button', { name, exact: true }).click()
  }

  /** Types into the box that is active, as a judge with a keyboard does. */
  async type(value: string): Promise<this> {
    for (const key of value) await this.page.keyboard.press(key)
    await this.page.keyboard.press('Enter')
    return this
  }

  /** Moves the focus by Tab until it is on the button of that name. */
  async tabTo(name: RegExp): Promise<this> {
    for (let pressed = 0; pressed < 80; pressed++) {
      const here = await this.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      if (name.test(here)) return this
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`no button ${name} is reached by Tab`)
  }

  async inEnglish(): Promise<this> {
    await this.page.getByRole('button', { name: 'English' }).click()
    return this
  }

  async inTheme(theme: 'standard' | 'outdoor' | 'stage'): Promise<this> {
    await this.page.locator('.theme select').selectOption(theme)
    return this
  }

  /** Taps a button of a row: a level, a deduction, a gate. */
  async tap(title: string, button: string | RegExp): Promise<this> {
    await this.row(title).getByRole('button', { name: button }).or(this.row(title).getByRole('radio', { name: button })).first().click()
    return this
  }

  /** Speech: the form shows that number. */
  async onStage(number: string): Promise<this> {
    await expect(this.page.locator('.speech .who strong')).toHaveText(number)
    return this
  }

  /** Speech: taps the digits and submits. */
  async submit(digits: string): Promise<this> {
    for (const key of digits) await this.key(key)
    await this.page.locator('.pad .next').click()
    return this
  }

  async fixedPoint(): Promise<this> {
    await this.page.getByLabel(/定点输入/).check()
    return this
  }

  /** Speech: own earlier marks. */
  strip(): Locator {
    return this.page.locator('.strip li')
  }

  /** Drill: the section of that title. */
  async section(title: string): Promise<this> {
    await this.page.locator('.tabs').getByRole('button', { name: title }).click()
    return this
  }

  /** Drill: the last taps, newest first. */
  lastTaps(): Locator {
    return this.page.locator('.taps li')
  }

  async leaveOut(title: string, reason: string): Promise<this> {
    await this.row(title).getByRole('button', { name: '缺项' }).click()
    await this.row(title).getByRole('button', { name: reason }).click()
    return this
  }

  /** Gives the reason by one of the ready words, then the level. */
  async judgeAgain(title: string, level: RegExp, reason: string): Promise<this> {
    await this.row(title).getByRole('button', { name: reason }).click()
    await this.row(title).getByRole('radio', { name: level }).click()
    return this
  }

  /** Signs in to the seat once more on a device that another one had taken the seat from. */
  async pairAgain(code: string): Promise<this> {
    await this.page.getByRole('button', { name: '重新登录席位' }).click()
    await this.page.getByLabel('席位代码').fill(code)
    await this.page.getByRole('button', { name: '登录' }).click()
    await this.page.getByRole('button', { name: '在这台设备上继续' }).click()
    await this.allDelivered()
    return this
  }

  async goOffline(): Promise<this> {
    await this.page.context().setOffline(true)
    return this
  }

  async goOnline(): Promise<this> {
    await this.page.context().setOffline(false)
    return this
  }

  /** Waits until the page can be opened without a network. */
  async keptForOffline(): Promise<this> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready
      const kept = async () => {
        for (const name of await caches.keys()) if (await (await caches.open(name)).match('/index.html', { ignoreSearch: true })) return true
        return false
      }
      while (!(await kept())) await new Promise((again) => setTimeout(again, 50))
    })
    return this
  }

  /** Closes the tab and opens the page again in a new one, on the same device. */
  async closeTabAndReturn(): Promise<JudgePage> {
    const context = this.page.context()
    await this.page.close()
    return JudgePage.return(await context.newPage())
  }

  async allDelivered(): Promise<this> {
    await expect(this.outbox()).toHaveText(/已送达/)
    return this
  }

  async keptHere(count: number): Promise<this> {
    await expect(this.outbox()).toHaveText(new RegExp(`${count} 条在本机`))
    return this
  }

  async toSign(): Promise<this> {
    await this.page.getByRole('button', { name: '核对并签字' }).click()
    await expect(this.page.getByLabel('席位 PIN')).toBeVisible()
    return this
  }

  /** Signing: what was marked in the order in which it was done. */
  async byTime(): Promise<this> {
    await this.page.getByRole('button', { name: '按时间' }).click()
    return this
  }

  moments(): Locator {
    return this.page.locator('form.sign .times li')
  }

  signLine(title: string): Locator {
    return this.page.locator('form.sign tr').filter({ hasText: title })
  }

  async confirm(pin: string): Promise<this> {
    await this.page.getByLabel('席位 PIN').fill(pin)
    await this.page.getByRole('button', { name: /签字确认/ }).click()
    return this
  }

  /** Lists the values once more, then PIN and signature. */
  async sign(pin: string): Promise<this> {
    await this.toSign()
    await this.confirm(pin)
    await expect(this.page.locator('form.sign')).toHaveCount(0)
    return this
  }

  /** Writes something down beside the marks of the open sheet. */
  async note(text: string): Promise<this> {
    await this.page.getByRole('button', { name: /^记一笔/ }).click()
    await this.page.locator('form.notes textarea').fill(text)
    await this.page.getByRole('button', { name: '记下' }).click()
    await this.allDelivered()
    return this
  }

  async toCosign(): Promise<this> {
    await this.page.getByRole('button', { name: '共同签字' }).click()
    await expect(this.cosigner('裁判长')).toBeVisible()
    return this
  }

  private cosigner(who: string): Locator {
    return this.page.locator('.cosign section').filter({ has: this.page.getByRole('heading', { name: who, exact: true }) })
  }

  async refuseToCosign(who: string, reason: string): Promise<this> {
    await this.cosigner(who).getByRole('button', { name: '拒签' }).click()
    await this.cosigner(who).getByLabel('拒签理由').fill(reason)
    await this.cosigner(who).getByRole('button', { name: '记录拒签，交裁判长' }).click()
    await expect(this.cosigner(who)).toContainText(reason)
    return this
  }

  async signOnPaper(who: string): Promise<this> {
    await this.cosigner(who).getByRole('button', { name: '纸质签字' }).click()
    await expect(this.cosigner(who)).toContainText('已纸质签字')
    return this
  }

  async allSigned(count: number): Promise<this> {
    await expect(this.page.getByText(`您的 ${count} 张评分表已全部送达并签字`)).toBeVisible()
    return this
  }
}
