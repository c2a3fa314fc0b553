import type { Locator, Page } from '@playwright/test'

/** Picks an option of one of the console's own lists, by the words on both; first the drawer that slides in must stand still. */
export async function choose(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  // The list's placeholder lies over its input, so the box around both is what is clicked.
  await list.locator('xpath=ancestor::*[contains(@class, "el-select__wrapper")]').click()
  await page.getByRole('option', { name: option }).filter({ visible: true }).first().click()
}
