import { expect, type Locator, type Page } from '@playwright/test'
import { PhoneBoardPage } from './PhoneBoardPage'

/** `/`: what can be watched now. */
export class BoardsPage {
  constructor(private readonly page: Page) {}

  static async open(page: Page): Promise<BoardsPage> {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('成绩榜')
    return new BoardsPage(page)
  }

  /** The line of one discipline. */
  line(discipline: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.locator(`a.board[href="/b/${discipline}"]`) })
  }

  boards(): Locator {
    return this.page.locator('a.board')
  }

  async choose(title: string | RegExp): Promise<PhoneBoardPage> {
    await this.boards().filter({ hasText: title }).first().click()
    return PhoneBoardPage.on(this.page)
  }

  async inEnglish(): Promise<BoardsPage> {
    await this.page.getByRole('button', { name: 'English' }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Boards')
    return this
  }
}
