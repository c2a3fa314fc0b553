import { expect, type Locator, type Page } from '@playwright/test'

/** `/hall/:discipline`: a board on a wall. */
export class HallPage {
  private constructor(private readonly page: Page) {}

  static async open(page: Page, discipline: string, query = ''): Promise<HallPage> {
    await page.goto(`/hall/${discipline}${query}`)
    await expect(page.locator('.hall h1')).not.toBeEmpty()
    await expect(page.locator('.hall .connection')).toHaveText(/直播|Live/)
    return new HallPage(page)
  }

  rows(): Locator {
    return this.page.locator('table.wall tbody tr')
  }

  /** What a mass paper's wall says beside its best. */
  beside(): Locator {
    return this.page.locator('.hall aside')
  }

  content(): Locator {
    return this.page.locator('.hall .content')
  }

  certainty(): Locator {
    return this.page.locator('.hall .certainty')
  }

  /** Nothing may reach into the margin that a projector cuts off, and nothing may scroll. */
  async keepsItsMargin(): Promise<void> {
    const outside = await this.page.evaluate(() => {
      const [left, top] = [innerWidth * 0.045, innerHeight * 0.045]
      return [...document.querySelectorAll('.hall header, .hall .content, .hall footer')]
        .map((element) => element.getBoundingClientRect())
        .filter((box) => box.left < left || box.top < top || box.right > innerWidth - left || box.bottom > innerHeight - top).length
    })
    expect(outside).toBe(0)
    expect(await this.page.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1)).toBe(true)
  }

  /** Nothing of the content reaches out of its box, onto the header or the footer. */
  async holdsItsContent(): Promise<void> {
    const outside = await this.page.evaluate(() => {
      const box = document.querySelector('.hall .content')!.getBoundingClientRect()
      return [...document.querySelectorAll('.hall .content *')]
        .filter((element) => element.getClientRects().length > 0)
        .filter((element) => element.getBoundingClientRect().top < box.top - 1 || element.getBoundingClientRect().bottom > box.bottom + 1)
        .map((element) => element.className)
    })
    expect(outside).toEqual([])
  }

  /** Height of a row's text against the picture's, where rows are shown. */
  async rowTextShare(): Promise<number | null> {
    const cell = this.page.locator('table.wall tbody td').first()
    if ((await cell.count()) === 0) return null
    return cell.evaluate((element) => parseFloat(getComputedStyle(element).fontSize) / innerHeight)
  }
}
