import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { ConsolePage } from './pages/ConsolePage'
import { HallPage } from './pages/HallPage'
import { WallsPage } from './pages/WallsPage'

test.describe('walls', () => {
  test.use({ viewport: { width: 1180, height: 820 } })
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('are hung and given other content by the screen operator, and follow by themselves, also after a reload', async ({ page, browser, baseURL }) => {
    const field = await hall.field({ rulebook: 'speech-one.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }], open: ['speech'] })
    await field.publish()
    const operator = await field.appoint('screen-operator')
    await ConsolePage.signIn(page, operator.login, operator.password)
    const desk = await WallsPage.open(page, `/console/c/${field.contest}`)
    await isAccessible(page)
    const address = await desk.add('大屏 1')
    await desk.add('大屏 2')
    await isAccessible(page)

    const screen = await (await browser.newContext({ baseURL: baseURL!, viewport: { width: 1920, height: 1080 } })).newPage()
    await screen.goto(address)
    await expect(screen.locator('.standby .name')).toHaveText('大屏 1')
    await isAccessible(screen)
    await desk.show('大屏 1', '示例赛项')
    await expect(screen.locator('.hall h1')).toHaveText('示例赛项')
    await expect(screen.locator('.hall .connection')).toHaveText(/直播/)
    await field.moveCursor('speech', '02')
    await expect(screen.locator('.moment .number')).toHaveText('02')
    await isAccessible(screen)
    await screen.goto(`${address}?lang=en`)
    await expect(screen.locator('.hall .connection')).toHaveText('Live')
    await expect(screen.locator('.moment .number')).toHaveText('02')
    expect(await screen.evaluate(() => document.documentElement.lang)).toBe('en')
    await isAccessible(screen)
    await screen.goto(`${address}?lang=zh`)
    await screen.reload()
    await expect(screen.locator('.moment .number')).toHaveText('02')
    await desk.rename('大屏 1', '主馆东墙')
    await desk.show('主馆东墙', '待机')
    await expect(screen.locator('.standby .name')).toHaveText('主馆东墙')
    await desk.remove('主馆东墙')
    await expect(screen.getByText('这里还没有大屏 1')).toBeVisible()
    await expect(desk.wall('大屏 2')).toBeVisible()
  })

  test('name a unit of six letters whole, on 16:9, on 4:3 and upright', async ({ page }) => {
    const field = await hall.field({ rulebook: 'speech-one.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }], open: ['speech'] })
    await field.publish()
    for (const size of [{ width: 1920, height: 1080 }, { width: 1024, height: 768 }, { width: 1080, height: 1920 }]) {
      await page.setViewportSize(size)
      await HallPage.open(page, field.id)
      const unit = page.locator('td.unit span').first()
      await expect(unit).toHaveText('任城示例机械')
      expect(await unit.evaluate((element) => element.scrollWidth - element.clientWidth), `${size.width} × ${size.height}`).toBeLessThanOrEqual(0)
    }
  })
})
