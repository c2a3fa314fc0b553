import { expect, type Page } from '@playwright/test'

export interface Slip {
  readonly name: string
  readonly number: string
  readonly code: string
}

/** `/console/c/:contest/entries/slips`: a slip for each contestant, to be cut out. */
export class SlipsPage {
  private constructor(private readonly page: Page) {}

  static async open(page: Page, contest: string): Promise<SlipsPage> {
    await page.goto(`${contest}/entries/slips`)
    await expect(page.getByRole('button', { name: /^生成 \d+ 张$/ })).toBeEnabled()
    return new SlipsPage(page)
  }

  /** Makes new codes for all and reads what the slips say. */
  async make(): Promise<Slip[]> {
    await this.page.getByRole('button', { name: /^生成 \d+ 张$/ }).click()
    await expect(this.page.getByRole('button', { name: '打印', exact: true })).toBeVisible()
    return this.page.locator('.c-slip').evaluateAll((slips) =>
      slips.map((slip) => {
        const [number, code] = [...slip.querySelectorAll('dd')].map((each) => each.textContent!.replaceAll(/\s/g, ''))
        return { name: slip.querySelector('.c-slip-name')!.textContent!.trim(), number: number!, code: code! }
      }),
    )
  }

  /** On paper nothing but slips, each whole: its words and its code inside its frame. */
  async fitsThePaper(): Promise<void> {
    await this.page.emulateMedia({ media: 'print' })
    await expect(this.page.locator('.c-top')).toBeHidden()
    await expect(this.page.getByRole('button', { name: '打印', exact: true })).toBeHidden()
    const spilled = await this.page.locator('.c-slip').evaluateAll((slips) =>
      slips.filter((slip) => {
        const frame = slip.getBoundingClientRect()
        return [...slip.querySelectorAll('p, dd, svg')].some((part) => {
          const box = part.getBoundingClientRect()
          return box.right > frame.right + 1 || box.bottom > frame.bottom + 1
        })
      }).length,
    )
    expect(spilled).toBe(0)
    await this.page.emulateMedia({ media: 'screen' })
  }
}
