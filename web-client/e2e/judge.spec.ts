import { expect, test } from '@playwright/test'
import { isAccessible } from './axe'
import { JudgePage } from './pages/JudgePage'

const TABLET = { width: 1180, height: 820 }
const code = process.env['LEITAI_E2E_SEAT_CODE'] ?? ''

test.describe('a judge', () => {
  test.use({ viewport: TABLET })

  test('is told when a seat code is wrong', async ({ page }) => {
    await page.goto('/judge')
    await page.getByLabel('席位代码').fill('ZZZZ2222')
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await isAccessible(page)
  })

  test('goes on marking without a network, and everything arrives once it is back', async ({ page, context }, info) => {
    test.skip(code === '', 'no seat code was given by who started the program')
    // The second project comes with a second device to the same seat, and marks another contestant.
    const second = info.project.name === 'secure'
    const judge = second ? await JudgePage.takeOver(page, code) : await JudgePage.signIn(page, code)
    await judge.choose(second ? '02' : '01')
    await isAccessible(page)
    await judge.type('1')
    await judge.allDelivered()
    await context.setOffline(true)
    await judge.type('2')
    await judge.keptHere(1)
    await context.setOffline(false)
    await judge.allDelivered()
    await page.reload()
    await JudgePage.return(page)
  })
})
