import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { ConsoleDisciplinePage } from './pages/ConsoleDisciplinePage'
import { ConsolePage } from './pages/ConsolePage'
import { MePage } from './pages/MePage'
import { SlipsPage } from './pages/SlipsPage'

const login = process.env['LEITAI_E2E_LOGIN'] ?? ''
const password = process.env['LEITAI_E2E_PASSWORD'] ?? ''
const ENTRIES = ['示例甲', '示例乙', '示例丙']

test.describe('numbers', () => {
  test.use({ viewport: { width: 1440, height: 900 } })
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('drawn by hand are typed by the encryption officer: each mistake is named by its line, and only the officer reads the table', async ({ page, browser, baseURL }) => {
    const field = await hall.field({ rulebook: '../files/day.yaml', entries: ENTRIES, division: 'staff', seats: [] })
    await ConsolePage.signIn(page, login, password)
    const organiser = new ConsoleDisciplinePage(page, field.base)
    await organiser.go('numbers')
    await expect(page.getByText('只有加密裁判能编号')).toBeVisible()
    await isAccessible(page)

    const officer = await field.appoint('encryption-officer')
    const other = await (await browser.newContext({ baseURL: baseURL!, viewport: { width: 1440, height: 900 } })).newPage()
    await ConsolePage.signIn(other, officer.login, officer.password)
    const drawn = organiser.on(other)
    await drawn.go('numbers')
    await drawn.typeNumbers('T-001 17\nT-001 18\nT-009 19\nT-002 17\nT-003')
    await expect(drawn.typedProblems()).toHaveText([/第 2 行的选手已经写过/, /第 3 行的参赛编号不在名单里/, /第 4 行的号码已被别人用了/, /第 5 行看不懂/, /还差 2 人/])
    await expect(drawn.giveButton()).toBeDisabled()
    await isAccessible(other)
    await drawn.typeNumbers('T-001 17\nT-002，05\nt-003\t31')
    await expect(drawn.typedProblems()).toHaveCount(0)
    await drawn.giveButton().click()
    await expect(other.getByText(/^封印/)).toBeVisible()
    const numbers = await drawn.numberTable()
    expect([...numbers.values()].sort()).toEqual(['05', '17', '31'])
    expect(ENTRIES.map((name) => numbers.has(name))).toEqual([true, true, true])
    await isAccessible(other)
    await organiser.go('numbers')
    await expect(page.getByText('已编 3')).toBeVisible()
    await expect(page.locator('.c-secret-table')).toHaveCount(0)
    expect(await page.evaluate(async (id) => (await fetch(`/api/v1/disciplines/${id}/stages/practical/blind-numbers`)).status, field.id)).toBe(403)
  })

  test('on printed slips open each contestant’s own page', async ({ page, browser, baseURL }) => {
    const field = await hall.field({ rulebook: 'speech-one.yaml', entries: ENTRIES, seats: [] })
    await ConsolePage.signIn(page, login, password)
    const desk = await SlipsPage.open(page, `/console/c/${field.contest}`)
    await isAccessible(page)
    const slips = await desk.make()
    expect(slips.map(({ name }) => name).sort()).toEqual([...ENTRIES].sort())
    await isAccessible(page)
    await desk.fitsThePaper()

    const phone = await (await browser.newContext({ baseURL: baseURL!, viewport: { width: 390, height: 844 } })).newPage()
    const { number, code } = slips.find(({ name }) => name === '示例乙')!
    const me = await MePage.signIn(phone, number, code)
    await expect(phone.getByText('示例乙')).toBeVisible()
    await expect(me.fact('代表队')).toHaveText('任城区')
  })
})
