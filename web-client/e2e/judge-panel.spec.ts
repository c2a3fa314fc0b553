import { expect, test, type Browser, type Page } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { ChiefPage } from './pages/ChiefPage'
import { JudgePage } from './pages/JudgePage'

const TABLET = { width: 1180, height: 820 }
const PHONE = { width: 390, height: 844 }
const device = async (browser: Browser, viewport = TABLET): Promise<Page> => (await browser.newContext({ viewport })).newPage()

test.describe('judges of a panel', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('see every vote and the sum once all are in, change none by themselves, and one after the chief returned the sheet', async ({ browser }) => {
    const seats = ['1', '2', '3']
    const field = await hall.field({
      rulebook: 'judged-panel.yaml', entries: ['示例甲'], seats: [...seats.map((label) => ({ label })), { label: '裁判长', role: 'chief-judge' as const }], open: ['work'],
    })
    const judges: JudgePage[] = []
    for (const label of seats) judges.push(await JudgePage.signIn(await device(browser, label === '3' ? PHONE : TABLET), field.seat(label).code))
    const [one, two, three] = judges as [JudgePage, JudgePage, JudgePage]
    for (const judge of judges) await judge.choose('01')
    await one.tap('焊缝成形', /^2/)
    await two.tap('焊缝成形', /^1/)
    await two.tap('焊缝成形', /^2/)
    await expect(one.row('焊缝成形')).not.toContainText('各席')
    await three.tap('焊缝成形', /^3/)
    for (const judge of judges) {
      await expect(judge.row('焊缝成形')).toContainText('3 席 3')
      await expect(judge.row('焊缝成形')).toContainText('(2+2+3)/9 × 1 = 0.78')
      await expect(judge.row('焊缝成形')).toContainText('各席已亮，不能自行更改')
      await expect(judge.row('焊缝成形').getByRole('radio').first()).toBeDisabled()
      await isAccessible(judge.page)
    }
    const chief = await ChiefPage.signIn(await device(browser), field.seat('裁判长').code)
    await chief.returnSheet('01', '3', '第 3 席看错等级')
    await expect(three.page.getByText('裁判长退回复评：第 3 席看错等级')).toBeVisible()
    await expect(one.row('焊缝成形').getByRole('radio').first()).toBeDisabled()
    await three.tap('焊缝成形', /^2/)
    for (const judge of judges) await expect(judge.row('焊缝成形')).toContainText('(2+2+2)/9 × 1 = 0.67')
    for (const [judge, label] of [[one, '1'], [three, '3']] as const) {
      await judge.sign(field.seat(label).pin)
      await judge.allSigned(1)
    }
  })

  test('read their sheet once more in the order of time, and pass by a number that dropped out', async ({ browser }) => {
    const field = await hall.field({ rulebook: 'welding-plate.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }], open: ['practical'] })
    const judge = await JudgePage.signIn(await device(browser), field.seat('1').code)
    await judge.choose('01')
    await judge.tap('安全操作', /未戴防护用品/)
    await judge.tap('安全操作', /未戴防护用品/)
    await expect(judge.row('安全操作')).toContainText('10 − 2×2 = 6')
    await judge.enter('焊缝余高', '0.5')
    await judge.enter('咬边', '0.4', 0)
    await judge.enter('咬边', '12', 1)
    await judge.allDelivered()
    await judge.toSign()
    await judge.byTime()
    await expect(judge.moments()).toHaveText([/未戴防护用品/, /未戴防护用品/, /焊缝余高.*0\.5/, /咬边/])
    await isAccessible(judge.page)
    await judge.page.getByRole('button', { name: '返回修改' }).click()
    await field.dropOut('02', 'dns')
    await expect(judge.item('02')).toContainText('不再参评')
    await judge.choose('02')
    await expect(judge.page.getByText('02 号 不再参评')).toBeVisible()
    await expect(judge.page.getByRole('button', { name: '核对并签字' })).toHaveCount(0)
    await isAccessible(judge.page)
    await judge.choose('01')
    await judge.sign(field.seat('1').pin)
    await judge.allSigned(1)
  })
})
