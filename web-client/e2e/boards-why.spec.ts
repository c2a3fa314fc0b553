import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { HallPage } from './pages/HallPage'
import { JudgePage } from './pages/JudgePage'
import { PhoneBoardPage } from './pages/PhoneBoardPage'

const MARKS = { '1': '9.50', '2': '9.20', '3': '8.80' }

test.describe('a spectator', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('sees a score come, taps the row and reads why: three tiles, two struck, the mean, the final', async ({ page, browser }) => {
    const field = await hall.field({
      rulebook: 'speech-three.yaml',
      entries: ['示例甲', '示例乙'],
      seats: Object.keys(MARKS).map((label) => ({ label })),
      open: ['speech'],
    })
    await field.publish()
    await field.moveCursor('speech', '01')
    await page.setViewportSize({ width: 390, height: 844 })
    const board = await (await PhoneBoardPage.open(page, field.id)).isLive()
    for (const [label, mark] of Object.entries(MARKS)) {
      const judge = await JudgePage.signIn(await (await browser.newContext({ viewport: { width: 1180, height: 820 } })).newPage(), field.seat(label).code)
      await judge.onStage('01')
      await judge.submit(mark)
      await judge.allDelivered()
    }
    await expect(board.rows().first()).toContainText('9.20')
    await field.moveCursor('speech', '02')

    const why = await board.tap('01')
    await expect(why.locator('.tiles li')).toHaveCount(3)
    await expect(why.locator('.tiles li').filter({ has: page.locator('s') })).toHaveText([/9\.50.*最高分/s, /8\.80.*最低分/s])
    await expect(why).toContainText('平均 9.20')
    await expect(why.locator('.final')).toContainText('9.20')
    await isAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.keyboard.press('Enter')
    await expect(why).toHaveCount(0)

    await page.setViewportSize({ width: 1920, height: 1080 })
    const wall = await HallPage.open(page, field.id)
    await wall.keepsItsMargin()
    await isAccessible(page)
  })
})
