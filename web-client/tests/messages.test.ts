import { describe, expect, it } from 'vitest'

type Tree = { [key: string]: unknown }
const chinese = import.meta.glob<{ default: Tree }>('../src/**/messages.zh.ts', { eager: true })
const english = import.meta.glob<{ default: Tree }>('../src/**/messages.en.ts', { eager: true })
const sources = import.meta.glob<string>('../src/**/*.{ts,vue}', { eager: true, query: '?raw', import: 'default' })

// The build turns each message into a small tree whose root carries a numeric `t` (or `type`).
const isMessage = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || typeof (value as Tree)['t'] === 'number' || typeof (value as Tree)['type'] === 'number'

const names = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    isMessage(value) ? [`${prefix}${key}`] : names(value as Tree, `${prefix}${key}.`),
  )

describe('messages', () => {
  it('exist for every feature', () => expect(Object.keys(chinese).length).toBeGreaterThan(2))

  it.each(Object.entries(chinese))('%s says the same in Chinese and English', (file, { default: zh }) => {
    const en = english[file.replace('.zh.', '.en.')]!.default
    expect(names(zh).length).toBeGreaterThan(0)
    expect(names(en).sort()).toEqual(names(zh).sort())
  })

  it('are the only place with Chinese words', () => {
    const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<!:)\/\/.*$/gm, '')
    const guilty = Object.entries(sources)
      .filter(([file]) => !/\/messages(\.\w+\.ts|\/)|\.test\.ts$/.test(file))
      .filter(([, text]) => /[\u4e00-\u9fff]/.test(withoutComments(text)))
    expect(guilty.map(([file]) => file)).toEqual([])
  })
})
