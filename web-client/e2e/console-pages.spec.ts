import { expect, test, type Page } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'

const ORGANISER = { login: process.env['LEITAI_E2E_LOGIN'] ?? '', password: process.env['LEITAI_E2E_PASSWORD'] ?? '' }
/* What the contest's own data says in Chinese, and the name of the other language on its switch. */
const DATA = /示例|任城|中文|擂台/
const SIZES = [
  { width: 1180, height: 820 },
  { width: 1920, height: 1080 },
] as const

/** Every page of the console with something on it, by its address. */
function pages(contest: string, discipline: string): string[] {
  const home = `/console/c/${contest}`
  const inside = ['', 'units', 'entries', 'entries/slips', 'import/units', 'import/entries', 'import/theory', 'arrival', 'walls', 'roles', 'disciplines/new']
  const tabs = ['', 'numbers', 'seats', 'seats/cards', 'sessions', 'progress', 'claims', 'publication']
  return ['/console', '/console/new', '/console/accounts', '/console/installation', ...inside.map((page) => `${home}/${page}`), ...tabs.map((tab) => `${home}/d/${discipline}/${tab}`)]
}

/** Leaves of the page that show Chinese although the page is in English. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.children.length === 0 && element.getClientRects().length > 0 && /\p{Script=Han}/u.test(element.textContent ?? ''))
      .map((element) => element.textContent!.trim()),
  )
}

test.describe('every page of the console', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  test.setTimeout(240_000)
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  for (const [lang, locale] of [['zh', 'zh-CN'], ['en', 'en-GB']] as const) {
    test(`is accessible, fits a laptop and a large screen, and speaks one language: ${lang}`, async ({ browser, baseURL }) => {
      const field = await hall.field({ rulebook: '../files/day.yaml', entries: ['示例甲', '示例乙'], division: 'staff', seats: [{ label: '1' }, { label: '2' }], open: ['theory'] })
      await field.publish()
      const page = await (await browser.newContext({ baseURL: baseURL!, locale, viewport: SIZES[0] })).newPage()
      await page.goto(`/console?lang=${lang}`)
      await page.locator('input[name=login]').fill(ORGANISER.login)
      await page.locator('input[name=password]').fill(ORGANISER.password)
      await page.locator('button[type=submit]').click()
      await expect(page.locator('.c-who')).toContainText(ORGANISER.login)
      for (const address of pages(field.contest, field.id)) {
        await test.step(address, async () => {
          await page.goto(address)
          await expect(page.locator('main h1, .c-discipline h1').first()).toBeVisible()
          await expect(page.locator('.c-skeleton')).toHaveCount(0)
          await isAccessible(page)
          for (const size of SIZES) {
            await page.setViewportSize(size)
            expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${address} at ${size.width}`).toBeLessThanOrEqual(0)
          }
          await page.setViewportSize(SIZES[0])
          if (lang === 'en') expect((await untranslated(page)).filter((text) => !DATA.test(text)), address).toEqual([])
        })
      }
    })
  }

  test('says that there is nothing at an address of no contest or discipline, and offers the way back', async ({ page }) => {
    const field = await hall.field({ rulebook: '../files/day.yaml', entries: ['示例甲'], division: 'staff', seats: [{ label: '1' }], open: [] })
    await page.goto('/console')
    await page.locator('input[name=login]').fill(ORGANISER.login)
    await page.locator('input[name=password]').fill(ORGANISER.password)
    await page.locator('button[type=submit]').click()
    await expect(page.locator('.c-who')).toContainText(ORGANISER.login)
    const nobody = '11111111-1111-4111-8111-111111111111'
    for (const contest of [nobody, 'no-id']) {
      await page.goto(`/console/c/${contest}/entries`)
      await expect(page.locator('.c-absent')).toBeVisible()
      await expect(page.locator('.c-side')).toHaveCount(0)
      await expect(page.locator('.c-skeleton')).toHaveCount(0)
      await isAccessible(page)
    }
    await page.goto(`/console/c/${field.contest}/d/${nobody}/seats`)
    await expect(page.locator('.c-absent')).toBeVisible()
    await expect(page.locator('.c-side'), 'the contest is there').toBeVisible()
    await page.locator('.c-absent a').click()
    await expect(page).toHaveURL(/\/console$/)
  })
})
