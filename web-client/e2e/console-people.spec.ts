import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { ApplyPage } from './pages/ApplyPage'
import { CheckInPage } from './pages/CheckInPage'
import { ConsolePage } from './pages/ConsolePage'
import { EntriesPage } from './pages/EntriesPage'
import { MePage } from './pages/MePage'

const login = process.env['LEITAI_E2E_LOGIN'] ?? ''
const password = process.env['LEITAI_E2E_PASSWORD'] ?? ''
const DAY = readFileSync(new URL('./files/day.yaml', import.meta.url), 'utf8')
const PHONE = { viewport: { width: 360, height: 740 }, serviceWorkers: 'block' } as const

test.describe('people', () => {
  test.use({ viewport: { width: 1440, height: 900 } })
  test.skip(password === '', 'no account was given by who started the program')

  test('apply on a phone, wait, are approved or not, arrive, and see themselves in a chat app', async ({ page, browser, baseURL }) => {
    const console = await ConsolePage.signIn(page, login, password)
    let contest = await console.createContest(`报名示例 ${Date.now()}`, '2026-11-23', '2026-11-23')
    await contest.newDisciplinePage()
    await contest.upload('day.yaml', DAY)
    const discipline = await contest.nameDiscipline('焊工（示例）', 'HG')
    contest = await (await contest.overview()).publish()
    let entries = await EntriesPage.open(page, contest.base)
    const address = await entries.openDoor()

    // A chat app's browser: no service worker, its own larger font.
    const phone = await browser.newContext({ ...PHONE, ignoreHTTPSErrors: true, ...(baseURL ? { baseURL } : {}) })
    await phone.addInitScript(() => addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '130%')))
    const pocket = await phone.newPage()
    let form = await ApplyPage.open(pocket, address)
    await isAccessible(pocket)
    const unit = '任城示例机械厂'
    await form.fill({ name: '示例甲', phone: '13800000000', idNumber: '110105194912310021', unit, delegation: '任城区', division: '职工组' })
    await form.send()
    await expect(pocket.getByText('身份证号不对')).toBeVisible()
    await form.fill({ name: '示例甲', phone: '13800000000', idNumber: '11010519491231002X', unit, delegation: '任城区', division: '职工组' })
    await (await form.send()).isSent()
    expect(await pocket.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    form = await ApplyPage.open(pocket, address)
    await form.fill({ name: '示例乙', phone: '13800000001', unit, delegation: '任城区', division: '职工组' })
    await (await form.send()).isSent()

    entries = await EntriesPage.open(page, contest.base)
    await expect(page.getByText('有 2 条网上报名等待审核')).toBeVisible()
    await isAccessible(page)
    await entries.reject('示例乙', '材料不全')
    await entries.approve('示例甲')
    const { number, code } = await entries.codeOf('示例甲')
    expect(number).toBe('HG-001')
    await discipline.draw('2026-11-23')

    let desk = await CheckInPage.open(page, contest.base)
    await isAccessible(page)
    await desk.take('示例甲')
    await expect(desk.tally('已报到')).toHaveText('1')
    desk = await desk.at('检录')
    const me = await MePage.signIn(pocket, number, code)
    await expect(me.fact('检录')).toHaveText('未完成')
    await desk.take('示例甲')
    await expect(desk.tally('已检录')).toHaveText('1')

    await me.takenOutAgain()
    await expect(me.fact('检录')).toContainText('已完成')
    await expect(me.fact('组别')).toHaveText('职工组')
    await expect(me.fact('代表队')).toHaveText('任城区')
    await expect(me.fact('出场顺序')).toHaveText('第 1 位，共 1 位')
    await expect(me.fact('报到')).toContainText('已完成')
    await expect(pocket.getByText('成绩尚未公布')).toBeVisible()
    await isAccessible(pocket)
    expect(await pocket.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await phone.close()
  })
})
