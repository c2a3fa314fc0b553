const FAMILY = '1em "Noto Sans SC Variable"'
const asked = new Set<string>()
let slices: Promise<unknown> | undefined

/** Slices of the font come after the first paint; the system's own Chinese font, where there is one, stands in until then. */
export const sliceFonts = (): Promise<unknown> => (slices ??= import('@fontsource-variable/noto-sans-sc/index.css'))

/** Fetches what a text will need before it is shown: a slice that is wanted once the server is gone does not come any more. */
export async function keepGlyphs(text: string): Promise<void> {
  const fresh = [...new Set(text)].filter((glyph) => !asked.has(glyph))
  if (fresh.length === 0) return
  fresh.forEach((glyph) => asked.add(glyph))
  try {
    await sliceFonts()
    await document.fonts.load(FAMILY, fresh.join(''))
  } catch {
    fresh.forEach((glyph) => asked.delete(glyph)) // asked for again with the next text
  }
}
