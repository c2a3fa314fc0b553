import { beforeEach, expect, it, vi } from 'vitest'

vi.mock('@fontsource-variable/noto-sans-sc/index.css', () => ({}))
const load = vi.fn<(font: string, text: string) => Promise<unknown[]>>(() => Promise.resolve([]))
beforeEach(() => {
  vi.resetModules()
  load.mockClear()
  vi.stubGlobal('document', { fonts: { load } })
})

it('asks for every glyph once, in one go', async () => {
  const { keepGlyphs } = await import('./glyphs')
  await keepGlyphs('数据滞后')
  await keepGlyphs('数据')
  await keepGlyphs('兖州数据')
  expect(load.mock.calls.map(([, text]) => text)).toEqual(['数据滞后', '兖州'])
})

it('asks again for what did not come', async () => {
  const { keepGlyphs } = await import('./glyphs')
  load.mockRejectedValueOnce(new Error('no network'))
  await keepGlyphs('滞')
  await keepGlyphs('滞')
  expect(load).toHaveBeenCalledTimes(2)
})
