import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { BoardsPage } from './pages/BoardsPage'
import { HallPage } from './pages/HallPage'

const PHONE = { width: 390, height: 844 }

test.describe('a spectator', () => {
  test('finds a running discipline on a phone and sees it live', async ({ page }) => {
    await page.setViewportSize(PHONE)
    const boards = await BoardsPage.open(page)
    await expect(boards.boards().first()).toBeVisible()
    await isAccessible(page)
    const board = await boards.choose(/./)
    await board.isLive()
    await expect(board.certainty()).not.toBeEmpty()
    await isAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  test('reads it in English', async ({ page }) => {
    await (await BoardsPage.open(page)).inEnglish()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })

  for (const [name, viewport] of [['16:9', { width: 1920, height: 1080 }], ['4:3', { width: 1024, height: 768 }]] as const) {
    test(`sees the wall at ${name} from 20 m`, async ({ page }) => {
      await page.setViewportSize(PHONE)
      const board = await (await BoardsPage.open(page)).choose(/./)
      const discipline = board.discipline
      await page.setViewportSize(viewport)
      const hall = await HallPage.open(page, discipline)
      await hall.keepsItsMargin()
      expect((await hall.rowTextShare()) ?? 0.05).toBeGreaterThanOrEqual(0.0499)
      await isAccessible(page)
    })
  }
})
