import type { Entry } from '../api/people'

export interface Typed {
  numbers: { entry: string; number: string }[]
  problems: { line: number; code: 'shape' | 'unknown' | 'twice' | 'taken'; text: string }[]
  missing: string[]
}

/**
 * Reads what was drawn by hand: a line holds entry number and drawn number, parted by spaces, comma or tab. Each entry once, each
 * number once; which entries are still missing is told too.
 */
export function readTyped(text: string, entries: Entry[]): Typed {
  const byNumber = new Map(entries.map((entry) => [plain(entry.number), entry]))
  const given = new Map<string, string>()
  const problems: Typed['problems'] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    if (raw.trim() === '') return
    const [left, right, ...rest] = raw.trim().split(/[\s,，\t]+/)
    const say = (code: Typed['problems'][number]['code']) => problems.push({ line: index + 1, code, text: raw.trim() })
    if (!left || !right || rest.length > 0) return say('shape')
    const entry = byNumber.get(plain(left))
    if (!entry) return say('unknown')
    if (given.has(entry.id)) return say('twice')
    if ([...given.values()].includes(right)) return say('taken')
    given.set(entry.id, right)
  })
  return {
    numbers: [...given].map(([entry, number]) => ({ entry, number })),
    problems,
    missing: entries.filter((entry) => !given.has(entry.id)).map((entry) => entry.number),
  }
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()
