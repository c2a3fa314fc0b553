import type { Composer } from 'petite-vue-i18n'

type Messages = Record<string, unknown>

const zh = import.meta.glob<Messages>('./zh/*.json', { eager: true, import: 'default' })
const en = import.meta.glob<Messages>('./en/*.json', { eager: true, import: 'default' })
let installed = false

/** Adds the console's messages to the client's; they travel with the console's chunk, not with the boards'. */
export function installConsoleMessages(composer: Pick<Composer, 'mergeLocaleMessage'>): void {
  if (installed) return
  installed = true
  composer.mergeLocaleMessage('zh', { console: together(zh) })
  composer.mergeLocaleMessage('en', { console: together(en) })
}

function together(files: Record<string, Messages>): Messages {
  return Object.assign({}, ...Object.values(files)) as Messages
}
