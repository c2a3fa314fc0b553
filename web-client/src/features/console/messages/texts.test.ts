import { describe, expect, it } from 'vitest'

type Tree = { [key: string]: unknown }
const zh = import.meta.glob<Tree>('./zh/*.json', { eager: true, import: 'default' })
const en = import.meta.glob<Tree>('./en/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>('../**/*.{ts,vue}', { eager: true, query: '?raw', import: 'default' })

/* The build turns a message into a tree whose root carries a numeric type; one without values may stay text. */
const isMessage = (value: unknown) =>
  typeof value !== 'object' || value === null || typeof (value as Tree)['t'] === 'number' || typeof (value as Tree)['type'] === 'number'
const names = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (isMessage(value) ? [prefix + key] : names(value as Tree, `${prefix}${key}.`)))
const all = Object.values(zh).flatMap((tree) => names(tree))

describe('messages of the console', () => {
  it.each(Object.keys(zh))('%s exists in English with the same names', (file) => {
    expect(names(en[file.replace('/zh/', '/en/')] ?? {}).sort()).toEqual(names(zh[file]!).sort())
  })
  it('do not hide one another', () => {
    const tops = Object.values(zh).flatMap((tree) => Object.keys(tree))
    expect(new Set(tops).size).toBe(tops.length)
  })
  it('exist for every name used in a page', () => {
    const used = Object.values(sources).flatMap((text) => [...text.matchAll(/\bt\('console\.([\w.-]+)'/g)].map((found) => found[1]!))
    expect(used.length).toBeGreaterThan(20)
    expect(used.filter((name) => !all.includes(name))).toEqual([])
  })
  it('exist for every group of names used in a page', () => {
    const groups = Object.values(sources).flatMap((text) => [...text.matchAll(/\bt\(`console\.([\w.-]+)\.\$\{/g)].map((found) => found[1]!))
    expect(groups.filter((group) => !all.some((name) => name.startsWith(`${group}.`)))).toEqual([])
  })
})
