import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall } from './hall/Hall'
import { JudgePage } from './pages/JudgePage'

const TABLET = { width: 1180, height: 820 }

test.describe('a judge beside the stage', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  test.use({ viewport: TABLET })
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('follows the cursor, is asked twice about a mark far from the own mean, and is told what stays open behind', async ({ page }) => {
    const field = await hall.field({ rulebook: 'speech-one.yaml', entries: ['甲', '乙', '丙', '丁', '戊'].map((name) => `示例${name}`), seats: [{ label: '1' }], open: ['speech'] })
    await field.moveCursor('speech', '01')
    const judge = await JudgePage.signIn(page, field.seat('1').code)
    await judge.onStage('01')
    await expect(page.getByText('示例')).not.toHaveCount(0)
    await isAccessible(page)
    for (const [number, mark] of [['01', '9.3'], ['02', '9.2'], ['03', '9.36']] as const) {
      await field.moveCursor('speech', number)
      await judge.onStage(number)
      if (number === '03') await judge.fixedPoint()
      await judge.submit(number === '03' ? '936' : mark)
      await judge.allDelivered()
    }
    await expect(judge.strip()).toContainText(['01', '02'])
    await field.moveCursor('speech', '04')
    await judge.onStage('04')
    await judge.submit('396')
    await expect(page.getByRole('alert')).toHaveText('3.96？请再输入一次')
    await isAccessible(page)
    await field.moveCursor('speech', '05')
    await expect(page.getByText('台上已是 05 号，04 号还没有提交')).toBeVisible()
    await judge.submit('396')
    await judge.allDelivered()
    await judge.inTheme('stage')
    await judge.choose('03')
    await expect(page.getByText('已提交（不显示）')).toBeVisible()
    await isAccessible(page)
    await page.getByRole('button', { name: '收回修改' }).click()
    await judge.submit('930')
    await judge.allDelivered()
    await judge.inTheme('standard')
    await judge.sign(field.seat('1').pin)
    await judge.choose('03')
    await expect(page.getByText('已锁定')).toBeVisible()
  })
})

test.describe('judges of a drill', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())

  test('deduct by taps with undo, see the timing seat’s clock, and sign all sections with one PIN', async ({ browser }) => {
    const device = async () => (await browser.newContext({ viewport: TABLET })).newPage()
    const field = await hall.field({
      rulebook: 'mine-rescue', entries: ['示例救护一队', '示例救护二队'], seats: [{ label: '1' }, { label: 'T', role: 'timekeeper', forms: [{ stage: 'drill', form: 'time-sheet' }] }], open: ['drill'],
    })
    const timer = await JudgePage.signIn(await device(), field.seat('T').code)
    await timer.choose('01')
    await timer.page.getByRole('button', { name: '开始计时' }).click()
    await expect(timer.page.getByText('计时中')).toHaveCount(0)
    await timer.page.getByRole('button', { name: '再点一次：开始' }).click()
    await expect(timer.page.getByText('计时中')).toBeVisible()
    await isAccessible(timer.page)
    const judge = await JudgePage.signIn(await device(), field.seat('1').code)
    await judge.choose('01')
    await expect(judge.page.getByText('全队用时')).toBeVisible()
    await timer.page.reload()
    await timer.choose('01')
    await expect(timer.page.getByText('计时中')).toBeVisible()
    await judge.section('侦察扣分表')
    for (let taps = 0; taps < 4; taps++) await judge.tap('气体检查', /^未检查气体/)
    await expect(judge.row('气体检查')).toContainText('×4 = −12')
    await expect(judge.row('气体检查')).toContainText('已到上限 −12')
    await judge.tap('气体检查', '撤回一次：未检查气体')
    await expect(judge.row('气体检查')).toContainText('×3 = −12')
    await expect(judge.lastTaps()).toHaveCount(3)
    await expect(judge.lastTaps().first()).toContainText('已撤回')
    await judge.tap('气体检查', /^在有害气体中摘下面罩/)
    await expect(judge.row('气体检查')).toContainText('本项全部扣完')
    await isAccessible(judge.page)
    await judge.lastTaps().first().getByRole('button', { name: /撤回/ }).click()
    await expect(judge.row('气体检查')).not.toContainText('本项全部扣完')
    await judge.page.getByRole('button', { name: '隐藏得分' }).click()
    await expect(judge.row('气体检查')).not.toContainText('现为')
    await judge.tap('顶板与支护检查', '无扣分')
    for (const [section, rows] of [['闻警出动扣分表', ['接听事故电话并填写救援计划', '装备携带']], ['抢救扣分表', ['伤员处置']], ['技术处理扣分表', ['通风与密闭']]] as const) {
      await judge.section(section)
      for (const row of rows) await judge.tap(row, '无扣分')
    }
    await judge.section('矿图评分表')
    await judge.enter('正确标注数（共 20 处）', '18')
    await judge.allDelivered()
    await judge.sign(field.seat('1').pin)
    await expect(judge.item('01')).toContainText('已签')
    await timer.page.getByRole('button', { name: '停止计时' }).click()
    await timer.page.getByRole('button', { name: '再点一次：停止' }).click()
    await timer.allDelivered()
    await expect(timer.row('完成时间')).toContainText('已送达')
  })
})
