import { expect, test, type Request } from '@playwright/test'
import { isAccessible } from './axe'
import { BoardsPage } from './pages/BoardsPage'
import { Cable } from './pages/Cable'
import { HallPage } from './pages/HallPage'
import { PhoneBoardPage } from './pages/PhoneBoardPage'

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

  for (const [name, viewport] of [
    ['16:9', { width: 1920, height: 1080 }],
    ['4:3', { width: 1024, height: 768 }],
    ['strip', { width: 1536, height: 512 }],
  ] as const) {
    test(`sees the wall at ${name} from 20 m`, async ({ page }) => {
      await page.setViewportSize(PHONE)
      const board = await (await BoardsPage.open(page)).choose(/./)
      const discipline = board.discipline
      await page.setViewportSize(viewport)
      const hall = await HallPage.open(page, discipline)
      await expect(hall.certainty()).not.toBeEmpty()
      await hall.keepsItsMargin()
      expect((await hall.rowTextShare()) ?? 0.05).toBeGreaterThanOrEqual(0.0499)
      await isAccessible(page)
    })
  }

  test('without a server reads that it does not answer, not that something is closed', async ({ page }) => {
    await page.setViewportSize(PHONE)
    const contests = /\/api\/v1\/(contests|boards|session)/
    await page.route(contests, (route) => route.abort())
    for (const address of ['/', '/me', '/apply/00000000-0000-0000-0000-000000000000']) {
      await page.goto(address)
      await expect(page.getByText('连不上服务器')).toBeVisible()
      await expect(page.getByText('没有开放报名')).toHaveCount(0)
      await isAccessible(page)
    }
    await page.unroute(contests)
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(page.getByText('没有找到')).toBeVisible()
  })

  test('reads the wall in English', async ({ page }) => {
    const discipline = (await (await BoardsPage.open(page)).choose(/./)).discipline
    await page.setViewportSize({ width: 1920, height: 1080 })
    await HallPage.open(page, discipline, '?lang=en')
    await expect(page.locator('.hall .connection')).toHaveText('Live')
  })

  test('is told that there is no such board, on a phone and on the wall', async ({ page }) => {
    const nowhere = '01939a3e-0000-7000-8000-000000000001'
    await page.setViewportSize(PHONE)
    await page.goto(`/b/${nowhere}`)
    await expect(page.getByRole('heading', { name: '没有这张成绩榜' })).toBeVisible()
    await isAccessible(page)
    await page.goto(`/hall/${nowhere}`)
    await expect(page.locator('.hall .content')).toHaveText('没有这张成绩榜')
  })

  test('is told when the server is gone, keeps the last picture, and sees it live again', async ({ page, baseURL }) => {
    const cable = await Cable.to(baseURL!)
    await page.goto(cable.address)
    const board = await new BoardsPage(page).choose(/./)
    await board.isLive()
    await cable.cut()
    await expect(board.connection()).toHaveText(/数据滞后 \d\d:\d\d:\d\d/, { timeout: 30_000 })
    await expect(board.certainty()).not.toBeEmpty()
    await cable.mend()
    await expect(board.connection()).toHaveText(/直播/, { timeout: 30_000 })
    await cable.cut()
  })

  test('has on the wall the glyphs of what it will say and whom it will show once the server is gone', async ({ page }) => {
    const board = await (await BoardsPage.open(page)).choose(/./)
    await page.setViewportSize({ width: 1920, height: 1080 })
    await HallPage.open(page, board.discipline)
    await expect.poll(() => page.evaluate(() => document.fonts.check('1em "Noto Sans SC Variable"', '数据滞后重连中'))).toBe(true)
  })

  test('shows a wall whole in a picture that stands upright', async ({ page }) => {
    const board = await (await BoardsPage.open(page)).choose(/./)
    await page.setViewportSize({ width: 1080, height: 1920 })
    const wall = await HallPage.open(page, board.discipline)
    await wall.keepsItsMargin()
    await wall.holdsItsContent()
    await page.setViewportSize(PHONE)
    await expect(page.locator('.hall .connection')).toBeInViewport({ ratio: 1 })
  })

  test('opens eight tabs and the browser still holds one event stream', async ({ context }) => {
    const open = new Set<Request>()
    context.on('request', (request) => void (request.url().includes('/api/v1/stream') && open.add(request)))
    context.on('requestfinished', (request) => void open.delete(request))
    context.on('requestfailed', (request) => void open.delete(request))
    const first = await context.newPage()
    const board = await (await BoardsPage.open(first)).choose(/./)
    const tabs = [board]
    while (tabs.length < 8) tabs.push(await PhoneBoardPage.open(await context.newPage(), board.discipline))
    for (const tab of tabs) await tab.isLive()
    expect(open.size).toBe(1)
    expect(await tabs[7]!.page.evaluate(async () => (await fetch('/api/v1/boards')).status)).toBe(200)

    // The tab that held the stream is closed: another takes it over.
    await first.close()
    await expect(async () => expect(open.size).toBe(1)).toPass({ timeout: 20_000 })
    for (const tab of tabs.slice(1)) await expect(tab.connection()).toHaveText(/直播/, { timeout: 20_000 })
  })

  test('gets a lower third for a stream on green and on nothing', async ({ page }) => {
    const discipline = (await (await BoardsPage.open(page)).choose(/./)).discipline
    await page.setViewportSize({ width: 1920, height: 1080 })
    for (const [ground, colour] of [['green', 'rgb(0, 177, 64)'], ['transparent', 'rgba(0, 0, 0, 0)']] as const) {
      await page.goto(`/hall/${discipline}?bg=${ground}`)
      const third = page.locator('.overlay .third')
      await expect(third).toBeVisible()
      const box = (await third.boundingBox())!
      expect(box.height).toBeLessThanOrEqual(1080 * 0.16 + 1)
      expect(box.y).toBeGreaterThan(1080 * 0.7)
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(colour)
    }
  })
})
