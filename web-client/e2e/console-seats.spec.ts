import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { canBeCutApart } from './cutApart'
import { Hall } from './hall/Hall'
import { ConsoleDisciplinePage } from './pages/ConsoleDisciplinePage'
import { ConsolePage } from './pages/ConsolePage'
import { JudgePage } from './pages/JudgePage'

const login = process.env['LEITAI_E2E_LOGIN'] ?? ''
const password = process.env['LEITAI_E2E_PASSWORD'] ?? ''
const TABLET = { width: 1180, height: 820 }

test.describe('a seat', () => {
  test.use({ viewport: { width: 1440, height: 900 } })
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('goes to another person in the middle of the day: marks stay, the old card ends, the new one goes on', async ({ page, browser }) => {
    const tablet = async () => (await browser.newContext({ viewport: TABLET })).newPage()
    const field = await hall.field({ rulebook: 'two-stages.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }, { label: '裁判长', role: 'chief-judge' }], open: ['first'] })
    const before = await JudgePage.signIn(await tablet(), field.seat('1').code)
    await expect(before.page.getByText('示例裁判1')).toBeVisible()
    await before.choose('01')
    await before.enter('速度', '8.5')
    await before.allDelivered()
    await before.sign(field.seat('1').pin)

    await ConsolePage.signIn(page, login, password)
    const discipline = new ConsoleDisciplinePage(page, field.base)
    await discipline.go('seats')
    const dialog = await discipline.replacing('1')
    await expect(dialog).toContainText('现在是 示例裁判1')
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await discipline.fill('1', '示例接替')
    await expect(discipline.seat('1')).not.toContainText('示例裁判1')
    const card = await discipline.newCard('1')
    expect(card.code).not.toBe(field.seat('1').code)
    await isAccessible(page)

    await expect(before.page.getByText('席位卡已更换')).toBeVisible()
    const stranger = await tablet()
    await JudgePage.typeCode(stranger, field.seat('1').code)
    await expect(stranger.getByText('代码不对')).toBeVisible()
    const after = await JudgePage.signIn(await tablet(), card.code)
    await expect(after.page.getByText('示例接替')).toBeVisible()
    await expect(after.item('01')).toContainText('已签')
    await after.choose('02')
    await after.enter('速度', '7')
    await after.allDelivered()
    await after.sign(card.pin)
    await expect(page.locator('.c-seat-card')).not.toContainText('加一席')
    const { sheets } = await field.progress()
    expect(sheets.filter((sheet) => sheet.form === 'first-sheet').map(({ subject, state }) => `${subject} ${state}`)).toEqual(['01 signed', '02 signed'])
  })

  test('cards of a panel say that one tablet may carry several of its seats', async ({ page }) => {
    const field = await hall.field({ rulebook: 'judged-panel.yaml', entries: ['示例甲'], seats: [{ label: '1' }, { label: '2' }, { label: '裁判长', role: 'chief-judge' }] })
    await ConsolePage.signIn(page, login, password)
    const discipline = new ConsoleDisciplinePage(page, field.base)
    await discipline.printCards()
    await expect(page.locator('.c-seat-card').filter({ hasText: '共用一台平板' })).toHaveCount(2)
    await expect(page.locator('.c-seat-card')).toHaveCount(3)
    await canBeCutApart(page.locator('.c-seat-card'))
  })

  test('cards say where judges come in by HTTPS and by name, whatever the organiser typed', async ({ page }) => {
    const field = await hall.field({ rulebook: 'speech-one.yaml', entries: ['示例甲'], seats: [{ label: '1' }] })
    await ConsolePage.signIn(page, login, password)
    const discipline = new ConsoleDisciplinePage(page, field.base)
    const card = await discipline.newCard('1')
    const https = process.env['LEITAI_E2E_HTTPS']
    test.skip(!https, 'no HTTPS address was given by who started the program')
    await expect(page.locator('.c-seat-card').first()).toContainText(`${https}/judge`)
    expect(card.code).toHaveLength(8)
    await discipline.go('')
    await expect(page.locator('.c-addresses a', { hasText: '/judge' })).toHaveText(`${https}/judge`)
    await expect(page.locator('.c-addresses a', { hasText: '/b/' })).toHaveText(`${process.env['LEITAI_E2E_HTTP']}/b/${field.id}`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.c-top')).toBeHidden()
  })
})
