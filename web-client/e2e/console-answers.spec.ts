import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { AnswersPage } from './pages/AnswersPage'
import { BoardsPage } from './pages/BoardsPage'
import { ConsolePage } from './pages/ConsolePage'
import { HallPage } from './pages/HallPage'
import { MassBoardPage } from './pages/MassBoardPage'

const login = process.env['LEITAI_E2E_LOGIN'] ?? ''
const password = process.env['LEITAI_E2E_PASSWORD'] ?? ''
const PEOPLE = 5_000

/* Ten totals, told apart by time; number 2000 is the best. */
const row = (i: number) => `${String(i).padStart(8, '0')},${i === 2_000 ? '100' : String(50 + (i % 10))},${300 + (i % 777)}.5`
const csv = (rows: readonly string[]) => 'number,score,time\n' + rows.join('\n') + '\n'

test.describe('the organiser takes answers of thousands', () => {
  test.use({ viewport: { width: 1180, height: 820 } })
  test.skip(password === '', 'no account was given by who started the program')

  test('a file with faults is refused by line, mended it is recorded, ranked and announced', async ({ page, browser }) => {
    // An organiser, a wall and a phone, one after the other.
    test.setTimeout(180_000)
    const hall = await Hall.open()
    const field = await hall.field({ rulebook: 'mass-knowledge', entries: ['示例甲'], seats: [] })
    await field.publish()
    await ConsolePage.signIn(page, login, password)
    const answers = await (await AnswersPage.open(page, field.base)).begin()
    const rows = Array.from({ length: PEOPLE }, (_, i) => row(i))
    const spoilt = rows.with(2_500, '00002500,120,310').with(4_200, 'x,50')

    await answers.drop('答卷.csv', csv(spoilt))
    await expect(answers.fault(2_502)).toContainText('超出范围')
    await expect(answers.fault(2_502)).toContainText('score')
    await expect(answers.fault(2_502)).toContainText('对照规则里的最小值和最大值')
    await expect(answers.fault(4_202)).toContainText('列数与第一行不一致')
    await expect(page.getByText('已收下 2000 人')).toBeVisible()
    await expect(answers.ranked()).toHaveText('2,000')
    await isAccessible(page)

    await page.reload()
    await expect(page.getByText('上一份文件没有全部收下')).toBeVisible()
    await answers.drop('答卷（改）.csv', csv(rows))
    await expect(answers.taken()).toHaveText('全部收下：5,000 人')
    await expect(answers.ranked()).toHaveText('5,000')
    await expect(answers.evidence()).toHaveCount(3)
    await expect(answers.evidence().first()).toHaveText(/^[0-9a-f]{64}$/)
    await expect(answers.best()).toContainText('00002000')
    await expect(await answers.find('00002000')).toHaveText('00002000：第 1 名，100 分')
    await isAccessible(page)

    const { origin } = new URL(page.url())
    const screen = await browser.newContext({ baseURL: origin, viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
    const wall = await HallPage.open(await screen.newPage(), field.id)
    await expect(wall.content()).toContainText('名次公布后显示在这里')

    await answers.announce('T')
    await expect(page.getByText('已公布', { exact: true })).toBeVisible()

    // The wall that hangs there turns to the ranks by itself.
    await expect(wall.rows()).toHaveCount(20)
    await expect(wall.rows().first()).toHaveText(/1\s*00002000\s*100/)
    await expect(wall.beside()).toContainText('5,000人参加')
    await expect(wall.beside()).toContainText('前 10%59 分起')
    await expect(wall.beside().getByRole('img', { name: new RegExp(`/b/${field.id}$`) })).toBeVisible()
    await expect(wall.certainty()).toHaveText('现场成绩·未公示')
    await wall.keepsItsMargin()
    await wall.holdsItsContent()
    expect(await wall.rowTextShare()).toBeGreaterThanOrEqual(0.05)
    await screen.close()

    const anybody = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
    const visitor = await anybody.newPage()
    const line = (await BoardsPage.open(visitor)).line(field.id)
    await expect(line).toContainText('名次已公布 · 共 5,000 人参加')
    await expect(line).not.toContainText('准备中')
    await isAccessible(visitor)
    await line.getByRole('link', { name: '查自己的名次' }).click()
    await MassBoardPage.on(visitor)

    const phone = await MassBoardPage.afterSilence(visitor, `/b/${field.id}`)
    await expect(phone.rows()).toHaveCount(50)
    await expect(phone.rows().first()).toContainText('00002000')
    await phone.find('00009999')
    await expect(phone.page.getByText('没有编号 00009999 的成绩，请核对编号')).toBeVisible()
    await phone.find('00002000')
    await expect(phone.place()).toContainText('第 1 名')
    await expect(phone.place()).toContainText('共 5,000 人，位于前 1% · 100 分')
    await expect(phone.beside()).toHaveCount(7)
    await expect(phone.beside().first()).toContainText('00002000')
    await isAccessible(phone.page)
    await phone.more()
    await expect(phone.rows()).toHaveCount(100)
    await anybody.close()
    await hall.close()
  })
})
