import { expect, type Locator } from '@playwright/test'

/** Cards that are printed and cut apart: nothing of one reaches over its edge. */
export async function canBeCutApart(cards: Locator): Promise<void> {
  const over = await cards.evaluateAll((all) =>
    all.flatMap((card) => {
      const edge = card.getBoundingClientRect()
      return [...card.querySelectorAll('*')].map((part) => part.getBoundingClientRect()).filter((part) => part.right > edge.right || part.bottom > edge.bottom)
    }),
  )
  expect(over).toEqual([])
}
