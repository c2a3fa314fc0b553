import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { Hall, type Field } from './hall/Hall'
import { JudgePage } from './pages/JudgePage'

const TABLET = { width: 1180, height: 820 }

test.describe('a judge in a hall with bad Wi-Fi', () => {
  test.skip(!Hall.hasOrganiser, 'no account was given by who started the program')
  test.use({ viewport: TABLET })
  let hall: Hall
  let field: Field
  test.beforeAll(async () => {
    hall = await Hall.open()
    field = await hall.field({ rulebook: 'welding-plate.yaml', entries: ['示例甲', '示例乙'], seats: [{ label: '1' }], open: ['practical'] })
  })
  test.afterAll(() => hall.close())

  test('marks, closes the tab without a network, comes back, goes on, and every mark arrives once in its order', async ({ page }, info) => {
    test.skip(info.project.name !== 'secure', 'a page comes back without a network over HTTPS only')
    let judge = await JudgePage.signIn(page, field.seat('1').code)
    await judge.keptForOffline()
    await judge.choose('01')
    await judge.enter('焊缝余高', '0.5')
    await judge.allDelivered()
    await judge.goOffline()
    await judge.enter('焊缝余高', '1.5')
    await judge.keptHere(1)
    judge = await judge.closeTabAndReturn()
    await judge.keptHere(1)
    await judge.choose('01')
    await expect(judge.row('焊缝余高')).toContainText('在本机')
    await judge.enter('焊缝余高', '2.5')
    await judge.tap('安全操作', /未戴防护用品/)
    await judge.keptHere(3)
    const taken: { key: string; replaces?: string; value: string }[] = []
    judge.page.on('response', (response) => {
      const request = response.request()
      if (request.method() === 'POST' && request.url().endsWith('/marks') && response.ok()) taken.push(...(request.postDataJSON() as { marks: typeof taken }).marks)
    })
    await judge.goOnline()
    await judge.allDelivered()
    const chain = () => taken.filter((mark) => /^\d/.test(mark.value))
    await expect.poll(() => chain().map((mark) => mark.value)).toEqual(['1.5', '2.5'])
    expect(chain()[1]!.replaces).toBe(chain()[0]!.key)
    expect(new Set(taken.map((mark) => mark.key)).size).toBe(taken.length)
    await judge.page.reload()
    await judge.choose('01')
    await expect(judge.row('焊缝余高').locator('.box')).toHaveText(/2\.5/)
  })

  test('is told over plain HTTP not to close the page, is asked before it closes, and loses nothing while it stays open', async ({ page }, info) => {
    test.skip(info.project.name !== 'plain', 'the lesser mode is that of plain HTTP')
    const judge = await JudgePage.signIn(page, field.seat('1').code)
    await expect(page.getByText('断网时请勿关闭本页')).toBeVisible()
    await judge.choose('02')
    await judge.goOffline()
    await judge.enter('焊缝余高', '1.5')
    await judge.keptHere(1)
    await expect(page.getByText('没有网络，评分保存在本机')).toBeVisible()
    await expect(page.getByText('断网时请勿关闭本页')).toBeVisible()
    await isAccessible(page)
    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await judge.goOnline()
    await judge.allDelivered()
  })

  test('reads of each mark what became of it: a refused one says why and holds up no other', async ({ page }) => {
    const stages = await hall.field({ rulebook: 'two-stages.yaml', entries: ['示例甲'], seats: [{ label: '1' }], open: ['first'] })
    const judge = await JudgePage.signIn(page, stages.seat('1').code)
    await judge.chooseForm('第二环节评分表')
    await judge.enter('秩序', '8')
    await expect(judge.row('秩序')).toContainText('被拒绝 · 所填 8 · 评分没有开始')
    await expect(judge.outbox()).toContainText('1 条被拒绝')
    await isAccessible(page)
    await judge.goOffline()
    await judge.enter('秩序', '7')
    await judge.chooseForm('第一环节评分表')
    await judge.enter('速度', '9')
    await expect(judge.row('速度')).toContainText('在本机')
    await judge.goOnline()
    await expect(judge.row('速度')).toContainText('已送达')
    await judge.inEnglish()
    await judge.chooseForm('Second part, sheet')
    await expect(judge.row('Order')).toContainText('refused · entered 7 · marking has not started')
  })

  test('is asked before a second device takes the seat over; the first one keeps what it has not sent', async ({ browser }) => {
    const plate = await hall.field({ rulebook: 'welding-plate.yaml', entries: ['示例甲'], seats: [{ label: '1' }], open: ['practical'] })
    const device = async () => (await browser.newContext({ viewport: TABLET })).newPage()
    const first = await JudgePage.scan(await device(), plate.seat('1').code)
    expect(first.page.url()).not.toContain(plate.seat('1').code)
    await first.choose('01')
    await first.goOffline()
    await first.enter('焊缝余高', '1.5')
    const other = await device()
    await JudgePage.typeCode(other, plate.seat('1').code)
    await expect(other.getByText('这个席位正在另一台设备上使用')).toBeVisible()
    await isAccessible(other)
    await JudgePage.takeOver(other, plate.seat('1').code)
    await first.goOnline()
    await expect(first.page.getByText('本席位已在别处登录')).toBeVisible()
    await isAccessible(first.page)
    await first.pairAgain(plate.seat('1').code)
    await first.choose('01')
    await expect(first.row('焊缝余高').locator('.box')).toHaveText(/1\.5/)
  })
})
