import { ref, shallowRef, type Ref } from 'vue'

export type Locale = 'zh' | 'en'
export type Tree = { readonly [key: string]: string | Tree }
type Mirror<T> = { readonly [K in keyof T]: T[K] extends string ? string : Mirror<T[K]> }

/** Dotted names of all messages of a tree: a name that does not exist does not compile. */
export type Name<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Name<T[K]>}` }[keyof T & string]

const STORED = 'leitai.locale'

function firstLocale(): Locale {
  try {
    const asked = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED)
    return asked === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh' // storage may be closed in a chat app's browser
  }
}

// Written here because a library of this kind weighs 7 kB of a board's first load and ours are texts with names in braces.
const locale = ref<Locale>(firstLocale())
const words = shallowRef<Readonly<Record<Locale, Tree>>>({ zh: {}, en: {} })

export function currentLocale(): Locale {
  return locale.value
}

export async function switchLocale(next: Locale): Promise<void> {
  await loadWords(next)
  locale.value = next
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(STORED, next)
  } catch {
    // the choice then lasts as long as the page
  }
}

export type Values = Readonly<Record<string, string | number>>

/** Adds one feature's messages; pages that show them already follow. */
export function addWords(of: Locale, feature: string, tree: Tree): void {
  words.value = { ...words.value, [of]: { ...words.value[of], [feature]: tree } }
}

const loaders: (() => Promise<void>)[] = []

/** English is fetched when someone reads it, so that a hall full of phones does not pay for it. */
export async function loadWords(of: Locale): Promise<void> {
  if (of === 'en') await Promise.all(loaders.splice(0).map((load) => load()))
}

/** The words of all features by dotted name: `const { t } = useI18n()`, `t('console.seats.title')`. Chinese stands in for what is missing. */
export function useI18n(): { readonly t: (name: string, values?: Values) => string; readonly locale: Ref<Locale> } {
  return { t: translate, locale }
}

function translate(name: string, values: Values = {}): string {
  const path = name.split('.')
  const text = at(words.value[locale.value], path) ?? at(words.value.zh, path)
  return typeof text === 'string' ? text.replace(/\{(\w+)(?::([^:}]*):([^}]*))?\}/g, (_, key: string, one?: string, many?: string) => said(values[key] ?? '', one, many)) : name
}

/** `{count}` says the value, `{count:sheet:sheets}` the value and the word that fits one or several; Chinese needs the first only. */
function said(value: string | number, one?: string, many?: string): string {
  return one === undefined ? String(value) : `${value} ${String(value) === '1' ? one : many}`
}

/**
 * Registers a feature's messages under its name and gives the composable that reads them:
 * `const { t } = useText()`, `t('sign.title')`. Chinese decides the names, English must have the same.
 */
export function defineText<M extends Tree>(feature: string, zh: M, english: () => Promise<{ readonly default: Mirror<M> }>) {
  addWords('zh', feature, zh)
  loaders.push(async () => addWords('en', feature, (await english()).default))
  void loadWords(currentLocale())
  return () => ({
    locale,
    t: (name: Name<M>, values: Values = {}): string => translate(`${feature}.${name}`, values),
    /** For names that come from the server (codes, states); `otherwise` when there is no such message. */
    tx: (group: string, code: string, otherwise: string, values: Values = {}): string =>
      exists([feature, ...group.split('.'), code]) ? translate(`${feature}.${group}.${code}`, values) : otherwise,
  })
}

/** Whether there is a message of that dotted name. */
export const hasText = (name: string): boolean => exists(name.split('.'))

const exists = (path: readonly string[]) => at(words.value.zh, path) !== null

function at(tree: unknown, path: readonly string[]): unknown {
  let here: unknown = tree
  for (const step of path) here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined
  return here ?? null
}

/** A text of the data that comes in both languages. */
export interface Bilingual {
  readonly zh: string
  readonly en?: string
}

export function inLocale(text: Bilingual | string | undefined, locale: string): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return (locale === 'en' ? text.en : text.zh) || text.zh
}
