import { addWords, type Tree } from '../../../ui/i18n'

const zh = import.meta.glob<Tree>('./zh/*.json', { eager: true, import: 'default' })
const en = import.meta.glob<Tree>('./en/*.json', { eager: true, import: 'default' })
let installed = false

/** Adds the console's messages to the client's; they travel with the console's chunk, not with the boards'. */
export function installConsoleMessages(): void {
  if (installed) return
  installed = true
  addWords('zh', 'console', Object.assign({}, ...Object.values(zh)) as Tree)
  addWords('en', 'console', Object.assign({}, ...Object.values(en)) as Tree)
}
