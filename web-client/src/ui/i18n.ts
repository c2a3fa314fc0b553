import { createI18n, registerMessageResolver, useI18n } from 'petite-vue-i18n'

export type Locale = 'zh' | 'en'
type Tree = { readonly [key: string]: string | Tree }
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

// Out of the box the small edition looks names up flat; ours are trees.
registerMessageResolver((tree, name) => at(tree, name.split('.')) as ReturnType<Parameters<typeof registerMessageResolver>[0]>)

export const i18n = createI18n({
  legacy: false,
  locale: firstLocale(),
  fallbackLocale: 'zh',
  missingWarn: false,
  fallbackWarn: false,
  messages: { zh: {}, en: {} } as Record<Locale, Record<string, never>>,
})

export function currentLocale(): Locale {
  return i18n.global.locale.value as Locale
}

export async function switchLocale(locale: Locale): Promise<void> {
  await loadWords(locale)
  i18n.global.locale.value = locale
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(STORED, locale)
  } catch {
    // the choice then lasts as long as the page
  }
}

export type Values = Readonly<Record<string, string | number>>

const loaders: (() => Promise<void>)[] = []

/** English is fetched when someone reads it, so that a hall full of phones does not pay for it. */
export async function loadWords(locale: Locale): Promise<void> {
  if (locale === 'en') await Promise.all(loaders.splice(0).map((load) => load()))
}

/**
 * Registers a feature's messages under its name and gives the composable that reads them:
 * `const { t } = useText()`, `t('sign.title')`. Chinese decides the names, English must have the same.
 */
export function defineText<M extends Tree>(feature: string, zh: M, english: () => Promise<{ readonly default: Mirror<M> }>) {
  i18n.global.mergeLocaleMessage('zh', { [feature]: zh })
  loaders.push(async () => i18n.global.mergeLocaleMessage('en', { [feature]: (await english()).default }))
  void loadWords(currentLocale())
  return () => {
    const { t, locale } = useI18n({ useScope: 'global' })
    return {
      locale,
      t: (name: Name<M>, values: Values = {}): string => t(`${feature}.${name}`, values),
      /** For names that come from the server (codes, states); `otherwise` when there is no such message. */
      tx: (group: string, code: string, otherwise: string, values: Values = {}): string =>
        exists([feature, ...group.split('.'), code]) ? t(`${feature}.${group}.${code}`, values) : otherwise,
    }
  }
}

/** Whether there is a message of that dotted name. */
export const hasText = (name: string): boolean => exists(name.split('.'))

const exists = (path: readonly string[]) => at(i18n.global.getLocaleMessage('zh'), path) !== null

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
