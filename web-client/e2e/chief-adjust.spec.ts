import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { ChiefPage } from './pages/ChiefPage'
import { JudgePage } from './pages/JudgePage'

const TABLET = { width: 1180, height: 820 }

test.describe('the chief judge', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('corrects within the bounds of the rulebook with a reason, then records the lots between those who are equal', async ({ browser }) => {
    const tablet = async () => (await browser.newContext({ viewport: TABLET })).newPage()
    const field = await hall.field({ rulebook: 'adjusted.yaml', entries: ['示例甲', '示例乙', '示例丙'], seats: [{ label: '1' }, { label: '裁判长', role: 'chief-judge' }], open: ['work'] })
    const judge = await JudgePage.signIn(await tablet(), field.seat('1').code)
    for (const [number, mark] of [['01', '7.5'], ['02', '8'], ['03', '9']] as const) {
      await judge.choose(number)
      await judge.enter('焊缝成形', mark)
      await judge.allDelivered()
      await judge.sign(field.seat('1').pin)
    }

    const chief = await ChiefPage.signIn(await tablet(), field.seat('裁判长').code)
    await chief.show('修正')
    const { page } = chief
    await page.getByRole('combobox', { name: '编号' }).selectOption('01')
    await page.getByLabel('修正多少').fill('2.5')
    await expect(page.getByText('应为 0，或加减 0.5 到 2')).toBeVisible()
    await expect(page.getByRole('button', { name: '修正 01 号' })).toBeDisabled()
    await isAccessible(page)
    await chief.adjust('01', '0.5', '清渣后重看，成形更好')
    await expect(chief.adjustments()).toHaveText(/01.*焊缝成形.*0\.5.*清渣后重看/s)
    await isAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.setViewportSize(TABLET)

    await field.closeStage('work')
    await field.lock()
    await chief.show('签发')
    const tie = chief.tie(2)
    const drawn = tie.locator('.drawn button')
    await expect(drawn).toHaveCount(2)
    const [first, second] = (await drawn.locator('span').allInnerTexts()).map((text) => /示例[甲乙丙]/.exec(text)![0])
    await drawn.nth(1).click()
    await drawn.nth(0).click()
    await expect(drawn.nth(1)).toContainText('1')
    await tie.getByLabel('依据').fill('现场抽签')
    await isAccessible(page)
    await tie.getByRole('button', { name: '记录次序' }).click()
    await expect(page.getByText('没有需要抽签的并列')).toBeVisible()
    await expect(page.locator('.recorded li')).toHaveText([second!, first!])
    await chief.issue(field.seat('裁判长').pin)
    const { rows } = await field.results()
    const ranked = rows.toSorted((one, other) => one.rank! - other.rank!)
    expect(ranked.map(({ rank, total }) => `${rank} ${total}`)).toEqual(['1 9.00', '2 8.00', '3 8.00'])
    expect(ranked.slice(1).map(({ name }) => name)).toEqual([second, first])
  })
})
