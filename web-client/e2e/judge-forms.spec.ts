import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall, type Field } from './hall/Hall'
import { JudgePage } from './pages/JudgePage'

const TABLET = { width: 1180, height: 820 }
const PHONE = { width: 390, height: 844 }

test.describe('a judge', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  test.use({ viewport: TABLET })
  let hall: Hall
  test.beforeAll(async () => void (hall = await Hall.open()))
  test.afterAll(() => hall.close())
  const kinds = (): Promise<Field> =>
    hall.field({ rulebook: 'all-kinds.yaml', entries: ['示例甲'], seats: [{ label: '1' }, { label: 'T', role: 'timekeeper', forms: [{ stage: 'work', form: 'clock' }] }], open: ['work'] })

  test('fills in every kind of aspect by taps, reads every value once more, and signs', async ({ page }) => {
    const field = await kinds()
    const judge = await JudgePage.signIn(page, field.seat('1').code)
    await judge.choose('01')
    await isAccessible(page)
    // The rule says numbers: whoever marks sees no name, and no other seat's form.
    await expect(page.getByText('示例甲')).toHaveCount(0)
    await expect(page.getByText('计时表')).toHaveCount(0)
    await judge.enter('工艺', '9.5')
    await judge.enter('焊缝余高', '-0.5')
    await expect(judge.row('焊缝余高').locator('[aria-current=true] b').last()).toHaveText('0')
    await judge.enter('焊缝余高', '2')
    await expect(judge.row('焊缝余高')).toContainText('正好在界线上，属 2 级')
    await judge.enter('咬边', '0.4', 0)
    await judge.enter('咬边', '12', 1)
    await expect(judge.row('咬边').locator('li.hit b')).toHaveText('14')
    await judge.enter('焊脚尺寸', '11.5')
    await expect(judge.row('焊脚尺寸').locator('li.hit b')).toHaveText('4.5')
    await judge.tap('底片等级', /Ⅱ级/)
    await judge.tap('创新性', /国内领先/)
    await judge.enter('创新性', '28')
    await judge.enter('正确标注数', '17')
    await judge.tap('断电操作', /通过/)
    await judge.enter('到场人数', '40', 0)
    await judge.enter('到场人数', '38', 1)
    await judge.tap('外观', /达到行业标准，在某些方面超过标准/)
    await judge.tap('安全操作', /未戴防护用品/)
    await judge.tap('安全操作', /未戴防护用品/)
    await expect(judge.row('安全操作')).toContainText('×2 = −4')
    await judge.enter('安全操作', '12', 0)
    await expect(judge.row('安全操作')).toContainText('现为 3')
    await judge.tap('抢答', /答对/)
    await judge.leaveOut('难度系数', '未做')
    await judge.tap('表面缺陷', /没有发生/)
    await judge.allDelivered()
    await judge.toSign()
    await isAccessible(page)
    for (const [title, value] of [
      ['工艺', '9.5'], ['焊缝余高', '2 mm → 12 分'], ['咬边', '深度 0.4 mm　总长度 12 mm → 14 分'], ['焊脚尺寸', '11.5'], ['底片等级', 'Ⅱ级'], ['创新性', '国内领先　28 分'], ['正确标注数', '17'],
      ['断电操作', '通过'], ['到场人数', '应到人数 40　实到人数 38'], ['外观', '2　达到行业标准，在某些方面超过标准'], ['安全操作', '未戴防护用品 ×2　划伤总长度（毫米） ×12'], ['抢答', '答对 ×1'], ['难度系数', '缺项：未做'], ['表面缺陷', '没有发生'],
    ] as const) await expect(judge.signLine(title).locator('.value')).toHaveText(value)
    await judge.confirm('0000')
    await expect(page.getByRole('alert')).toContainText('PIN')
    await judge.confirm(field.seat('1').pin)
    await judge.allSigned(1)
    await isAccessible(page)
  })

  test('with the keyboard alone is kept from signing what is empty, and signs', async ({ page }) => {
    const field = await hall.field({ rulebook: 'welding-plate.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }], open: ['practical'] })
    await JudgePage.typeCode(page, field.seat('1').code)
    const judge = await JudgePage.opened(page)
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await judge.type('2.5')
    await press('Escape')
    await judge.type('0.4')
    await judge.type('12')
    await press('F9')
    await expect(page.getByText('还有 1 项未评')).toBeVisible()
    await expect(judge.signLine('安全操作').locator('.value')).toHaveText('未评')
    await press('Escape')
    await expect(page.locator('form.sign')).toHaveCount(0)
    await judge.tabTo(/^无扣分/)
    await press('Enter')
    await judge.allDelivered()
    await press('F9')
    await expect(page.getByText('还有 1 项未评')).toHaveCount(0)
    await page.keyboard.type(field.seat('1').pin)
    await press('Enter')
    await expect(judge.item('01')).toContainText('已签')
    await expect(judge.item('02')).toHaveAttribute('aria-current', 'true')
    await press('PageUp')
    await expect(judge.item('01')).toHaveAttribute('aria-current', 'true')
    await expect(judge.row('焊缝余高').locator('.box')).toBeDisabled()
  })

  test('is told on the form what the gauge cannot show, and never loses what was typed', async ({ page }) => {
    const field = await hall.field({ rulebook: 'welding-plate.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }], open: ['practical'] })
    const judge = await JudgePage.signIn(page, field.seat('1').code)
    await judge.choose('01')
    await judge.enter('焊缝余高', '21')
    await expect(judge.row('焊缝余高').getByRole('alert')).toHaveText('不能大于 20')
    await judge.choose('02')
    await judge.choose('01')
    await expect(judge.row('焊缝余高').locator('.box')).toHaveText(/21/)
    await page.reload()
    await judge.choose('01')
    await expect(judge.row('焊缝余高').locator('.box')).toHaveText(/21/)
    await expect(judge.row('焊缝余高')).toContainText('尚未提交')
  })

  test('sees the same form on a phone without sideways scrolling, in English, outdoors and beside a stage', async ({ page }) => {
    await page.setViewportSize(PHONE)
    const field = await kinds()
    const judge = await JudgePage.signIn(page, field.seat('1').code)
    await judge.choose('01')
    for (const theme of ['outdoor', 'stage', 'standard'] as const) {
      await judge.inTheme(theme)
      await isAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
    await judge.inEnglish()
    await expect(page.getByRole('heading', { name: 'Reinforcement' })).toBeVisible()
    await isAccessible(page)
  })

  test('has targets of 64 px on a tablet', async ({ page }) => {
    await page.setViewportSize(TABLET)
    const field = await kinds()
    const judge = await JudgePage.signIn(page, field.seat('1').code)
    await judge.choose('01')
    const small = await page.locator('main button:visible, main select:visible').evaluateAll((targets) =>
      targets.filter((target) => target.getBoundingClientRect().height < 64).map((target) => `${target.textContent?.trim()} ${target.getBoundingClientRect().height}`),
    )
    expect(small).toEqual([])
    const tiny = await page.locator('header button:visible, header select:visible').evaluateAll((targets) =>
      targets.filter((target) => target.getBoundingClientRect().height < 48).map((target) => target.textContent?.trim()),
    )
    expect(tiny).toEqual([])
  })
})
