import type { Entry, EntryState } from '../api/people'

export interface EntryFilter {
  text: string
  discipline: string
  state: EntryState | ''
}

/** Entries whose number, name, member, unit or delegation holds every word of the text; width and case do not count. */
export function filterEntries(entries: Entry[], filter: EntryFilter): Entry[] {
  const words = plain(filter.text).split(' ').filter((word) => word !== '')
  return entries.filter(
    (entry) =>
      (filter.discipline === '' || entry.discipline === filter.discipline) &&
      (filter.state === '' || entry.state === filter.state) &&
      words.every((word) => searchable(entry).includes(word)),
  )
}

/** What the desk means by a few typed letters: an exact number wins over everything that merely contains it. */
export function findAtDesk(entries: Entry[], text: string, limit: number): Entry[] {
  if (text.trim() === '') return []
  const found = filterEntries(entries, { text, discipline: '', state: 'approved' })
  const exact = found.filter((entry) => plain(entry.number) === plain(text))
  return (exact.length > 0 ? exact : found).slice(0, limit)
}

function searchable(entry: Entry): string {
  const members = entry.members.map((member) => member.name)
  return plain([entry.number, entry.name, ...members, entry.unit ?? '', entry.delegation ?? ''].join(' '))
}

/* NFKC folds the full-width letters and digits that Chinese input methods produce. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
