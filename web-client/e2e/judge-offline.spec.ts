import { expect, test } from '@playwright/test'
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
    await judge.choose('1')
    await judge.enter('焊缝余高', '0.5')
    await judge.allDelivered()
    await judge.goOffline()
    await judge.enter('焊缝余高', '1.5')
    await judge.keptHere(1)
    judge = await judge.closeTabAndReturn()
    await judge.keptHere(1)
    await judge.choose('1')
    await expect(judge.row('焊缝余高')).toContainText('在本机')
    await judge.enter('焊缝余高', '2.5')
    await judge.tap('安全操作', /未戴防护用品/)
    await judge.keptHere(3)
    const sent: { key: string; replaces?: string; value: string }[] = []
    judge.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/marks')) sent.push(...(request.postDataJSON() as { marks: typeof sent }).marks)
    })
    await judge.goOnline()
    await judge.allDelivered()
    const chain = sent.filter((mark) => /^\d/.test(mark.value))
    expect(chain.map((mark) => mark.value)).toEqual(['1.5', '2.5'])
    expect(chain[1]!.replaces).toBe(chain[0]!.key)
    expect(new Set(sent.map((mark) => mark.key)).size).toBe(sent.length)
    await judge.page.reload()
    await judge.choose('1')
    await expect(judge.row('焊缝余高').locator('.box')).toHaveText(/2\.5/)
  })
})
