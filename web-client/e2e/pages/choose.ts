import type { Locator, Page } from '@playwright/test'

/** Picks an option of one of the console's own lists, by the words on both. */
export async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click({ force: true }) // the list's placeholder lies over its input
  await page.getByRole('option', { name: option }).filter({ visible: true }).first().click()
}
