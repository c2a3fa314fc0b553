import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { ConsolePage } from './pages/ConsolePage'
import { HallPage } from './pages/HallPage'
import { SessionsPage } from './pages/SessionsPage'

const NOW_MILLIS = Date.now()
const two = (part: number) => String(part).padStart(2, '0')
const dateOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
const timeOf = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`
const after = (minutes: number) => new Date(NOW_MILLIS + minutes * 60_000)

test.describe('the plan of sessions', () => {
  test.use({ viewport: { width: 1180, height: 820 } })
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('typed in the console tells hall and phone the day, the module, the time left and what is next', async ({ page, browser, baseURL }) => {
    const field = await hall.field({
      rulebook: 'two-stages.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }], open: ['first'],
      days: [dateOf(after(-24 * 60)), dateOf(after(24 * 60))],
    })
    await field.publish()
    const organiser = await field.appoint('organiser')
    await ConsolePage.signIn(page, organiser.login, organiser.password)
    const plan = await SessionsPage.open(page, field.base)
    await plan.add('第一环节', dateOf(after(-60)), timeOf(after(-60)), timeOf(after(73)))
    await plan.add('第二环节', dateOf(after(180)), timeOf(after(180)), timeOf(after(240)))
    await plan.keep()
    await isAccessible(page)
    await page.reload()
    await expect(plan.lines()).toHaveCount(2)

    for (const [lang, day, left, next] of [['zh', '第 2 天', /剩 01:1[123]:\d\d/, '下一项：第二环节'], ['en', 'Day 2', /01:1[123]:\d\d left/, 'Next: Second part']] as const) {
      const context = await browser.newContext({ baseURL: baseURL!, locale: lang === 'zh' ? 'zh-CN' : 'en-GB', viewport: { width: 1920, height: 1080 } })
      const screen = await context.newPage()
      for (const size of [{ width: 1920, height: 1080 }, { width: 1024, height: 768 }]) {
        await screen.setViewportSize(size)
        const wall = await HallPage.open(screen, field.id, `?lang=${lang}`)
        await expect(screen.locator('.where')).toContainText(day)
        await expect(screen.locator('.where .left')).toHaveText(left)
        if (size.width > 1024) await expect(screen.locator('.next')).toContainText(next)
        await wall.holdsItsContent()
        await expect(screen.locator('.sessions li.on')).toHaveCount(1)
        await wall.keepsItsMargin()
        await isAccessible(screen)
        if (process.env['LEITAI_E2E_PICTURES']) await screen.screenshot({ path: `${process.env['LEITAI_E2E_PICTURES']}/sessions-${lang}-${size.width}.png` })
      }
      await screen.setViewportSize({ width: 390, height: 844 })
      await screen.goto(`/b/${field.id}`)
      await expect(screen.locator('.where .left')).toHaveText(left)
      await expect(screen.locator('.sessions li')).not.toHaveCount(0)
      await isAccessible(screen)
      if (process.env['LEITAI_E2E_PICTURES']) await screen.screenshot({ path: `${process.env['LEITAI_E2E_PICTURES']}/sessions-${lang}-390.png` })
      await context.close()
    }
    if (process.env['LEITAI_E2E_PICTURES']) await page.screenshot({ path: `${process.env['LEITAI_E2E_PICTURES']}/sessions-console.png` })
  })
})
