import { expect, test, type Browser, type Page } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall, type Field } from './hall/Hall'
import { ChiefPage } from './pages/ChiefPage'
import { JudgePage } from './pages/JudgePage'

const TABLET = { width: 1180, height: 820 }

/** A device of its own: its own cookies and its own store. */
const device = async (browser: Browser): Promise<Page> => (await browser.newContext({ viewport: TABLET })).newPage()

test.describe('the chief judge', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())
  const plates = (): Promise<Field> =>
    hall.field({
      rulebook: 'welding-plate.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }, { label: '裁判长', role: 'chief-judge' }], open: ['practical'],
    })

  async function fill(judge: JudgePage, number: string): Promise<void> {
    await judge.choose(number)
    await judge.enter('焊缝余高', '0.5')
    await judge.enter('咬边', '0.4', 0)
    await judge.enter('咬边', '12', 1)
    await judge.tap('安全操作', '无扣分')
    await judge.allDelivered()
  }

  test('returns a signed sheet with a reason; the judge reads it, marks again and signs again', async ({ browser }) => {
    const field = await plates()
    const judge = await JudgePage.signIn(await device(browser), field.seat('1').code)
    await fill(judge, '01')
    await judge.sign(field.seat('1').pin)
    const chief = await ChiefPage.signIn(await device(browser), field.seat('裁判长').code)
    await expect(chief.cell('01', '1')).toContainText('已签')
    await expect(chief.cell('02', '1')).toContainText('未评')
    await isAccessible(chief.page)
    await chief.returnSheet('01', '1', '余高读数与样板不符')
    await isAccessible(chief.page)
    await judge.choose('01')
    await expect(judge.page.getByText('裁判长退回复评：余高读数与样板不符')).toBeVisible()
    await isAccessible(judge.page)
    await expect(judge.row('焊缝余高').locator('.box')).toHaveText(/0\.5/)
    await judge.enter('焊缝余高', '1.5')
    await judge.allDelivered()
    await judge.sign(field.seat('1').pin)
    await expect(judge.item('01')).toContainText('已签')
    await expect(chief.cell('01', '1')).toContainText('已签')
  })

  test('reads what the judge noted, and answers who refused to sign beside the judge', async ({ browser }) => {
    const field = await plates()
    const judge = await JudgePage.signIn(await device(browser), field.seat('1').code)
    await fill(judge, '01')
    await judge.note('第三道焊缝返修过')
    await judge.sign(field.seat('1').pin)
    await judge.choose('01')
    await judge.toCosign()
    await isAccessible(judge.page)
    await judge.refuseToCosign('选手或领队', '认为咬边量错了')
    await judge.signOnPaper('另一名裁判')
    await isAccessible(judge.page)
    const chief = await ChiefPage.signIn(await device(browser), field.seat('裁判长').code)
    await chief.show('待裁定')
    await expect(chief.beside('01')).toContainText('认为咬边量错了')
    await expect(chief.beside('01')).toContainText('第三道焊缝返修过')
    await isAccessible(chief.page)
    await chief.signBeside('01', '0000')
    await expect(chief.beside('01')).toContainText('PIN 不对')
    await chief.signBeside('01', field.seat('裁判长').pin)
    await expect(chief.beside('01')).toContainText('裁判长已签字')
    await chief.returnSheet('01', '1', '选手异议成立，请重测咬边')
    await expect(judge.row('咬边').locator('.box').first()).toBeEnabled()
  })

  test('decides between two devices of one seat, with both values before the eyes', async ({ browser }) => {
    const field = await plates()
    const first = await JudgePage.signIn(await device(browser), field.seat('1').code)
    await first.choose('01')
    await first.goOffline()
    await first.enter('焊缝余高', '0.5')
    await first.keptHere(1)
    const second = await JudgePage.takeOver(await device(browser), field.seat('1').code)
    await second.choose('01')
    await second.enter('焊缝余高', '2.5')
    await second.allDelivered()
    await first.goOnline()
    await first.pairAgain(field.seat('1').code)
    await first.choose('01')
    await expect(first.row('焊缝余高')).toContainText('有冲突，待裁判长裁定')
    await expect(first.row('焊缝余高')).toContainText('另一个是 2.5')
    await isAccessible(first.page)
    await first.toSign()
    await expect(first.page.getByText('1 项有冲突')).toBeVisible()
    await first.page.getByRole('button', { name: '返回修改' }).click()
    const chief = await ChiefPage.signIn(await device(browser), field.seat('裁判长').code)
    await chief.show('待裁定')
    await expect(chief.claims()).toHaveCount(1)
    await expect(chief.claims().first()).toContainText('2.5')
    await expect(chief.claims().first()).toContainText('0.5')
    await isAccessible(chief.page)
    await chief.decideClaim('01', true, '以先测者为准')
    await expect(first.row('焊缝余高')).toContainText('已送达')
    await expect(first.row('焊缝余高').locator('.box')).toHaveText(/0\.5/)
  })

  test('accepts one late mark and not another; the judge sees what became of each and signs again', async ({ browser }) => {
    const field = await plates()
    const judge = await JudgePage.signIn(await device(browser), field.seat('1').code)
    await judge.choose('01')
    await judge.enter('焊缝余高', '0.5')
    await judge.allDelivered()
    await judge.goOffline()
    await judge.enter('焊缝余高', '1.5')
    await judge.tap('安全操作', /未戴防护用品/)
    await judge.keptHere(2)
    await field.closeStage('practical')
    await judge.goOnline()
    await judge.allDelivered()
    await expect(judge.row('焊缝余高')).toContainText('迟到，待裁判长裁定')
    await expect(judge.row('安全操作')).toContainText('迟到，待裁判长裁定')
    await isAccessible(judge.page)
    const chief = await ChiefPage.signIn(await device(browser), field.seat('裁判长').code)
    await chief.decideClaim('01 · 焊缝余高', true, '断网前测得，有记录纸')
    await chief.decideClaim('01 · 安全操作', false, '收表后补记，不采用')
    await expect(judge.row('焊缝余高')).toContainText('已送达')
    await expect(judge.row('焊缝余高').locator('.box')).toHaveText(/1\.5/)
    await expect(judge.row('安全操作')).toContainText('裁判长未采用')
  })

  test('is called after two rounds too far apart; each seat gives a reason and marks again, nobody sees values before all are in', async ({ browser }) => {
    const seats = ['1', '2', '3']
    const field = await hall.field({
      rulebook: 'judged-panel.yaml', entries: ['示例甲'], seats: [...seats.map((label) => ({ label })), { label: '裁判长', role: 'chief-judge' as const }], open: ['work'],
    })
    const judges: JudgePage[] = []
    for (const label of seats) judges.push(await JudgePage.signIn(await device(browser), field.seat(label).code))
    const [one, two, three] = judges as [JudgePage, JudgePage, JudgePage]
    for (const judge of judges) await judge.choose('01')
    await one.tap('焊缝成形', /未达到行业标准/)
    await expect(one.row('焊缝成形')).toContainText('已提交，等待 2 席')
    await isAccessible(one.page)
    await two.tap('焊缝成形', /^2/)
    await expect(one.row('焊缝成形')).not.toContainText('2 席 2')
    await three.tap('焊缝成形', /^2/)
    for (const judge of judges) {
      await expect(judge.row('焊缝成形')).toContainText('分差 2：请对照等级描述说明理由后重评')
      await expect(judge.row('焊缝成形')).toContainText('1 席 0')
    }
    await isAccessible(one.page)
    await one.judgeAgain('焊缝成形', /^0/, '对照等级描述，维持原判')
    await expect(one.row('焊缝成形')).toContainText('等待 2 席重评')
    await two.judgeAgain('焊缝成形', /^2/, '对照等级描述，维持原判')
    await three.judgeAgain('焊缝成形', /^1/, '有一处看漏了')
    await expect(one.row('焊缝成形')).toContainText('两轮后分差仍超出规定，请裁判长到场')
    await expect(one.row('焊缝成形')).toContainText('第 1 轮 分差 2')
    await expect(one.row('焊缝成形')).toContainText('第 2 轮 分差 2')
    const chief = await ChiefPage.signIn(await device(browser), field.seat('裁判长').code)
    await chief.show('待裁定')
    await expect(chief.disagreements()).toHaveCount(1)
    await expect(chief.disagreements()).toContainText('有一处看漏了')
    await isAccessible(chief.page)
    await one.judgeAgain('焊缝成形', /^1/, '等级描述理解有误')
    await two.judgeAgain('焊缝成形', /^2/, '对照等级描述，维持原判')
    await three.judgeAgain('焊缝成形', /^1/, '对照等级描述，维持原判')
    await expect(one.row('焊缝成形')).toContainText('各席')
    await expect(chief.disagreements()).toHaveCount(0)
    await one.sign(field.seat('1').pin)
    await one.allSigned(1)
  })
})
