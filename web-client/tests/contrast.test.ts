import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../src/ui/tokens.css', import.meta.url), 'utf8')

function colours(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(selector))
  return new Map([...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!]))
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const TEXT_ON = [
  ['ink', 'paper'], ['ink', 'card'], ['ink', 'sunk'], ['ink-soft', 'paper'], ['ink-soft', 'card'], ['ink-soft', 'sunk'],
  ['on-brand', 'brand'], ['brand', 'card'], ['brand', 'paper'], ['gold', 'gold-wash'], ['gold', 'card'], ['ok', 'ok-wash'],
  ['ok', 'card'], ['warn', 'warn-wash'], ['warn', 'card'], ['stop', 'stop-wash'], ['info', 'info-wash'], ['info', 'card'], ['info', 'paper'],
] as const

describe.each([':root', "[data-theme='outdoor']", "[data-theme='stage']"])('colours of %s', (theme) => {
  const found = colours(theme)
  it.each(TEXT_ON)('%s on %s reads at AA', (text, ground) => {
    expect(contrast(found.get(text)!, found.get(ground)!)).toBeGreaterThanOrEqual(4.5)
  })
})
