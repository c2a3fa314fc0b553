import { discipline, progress, seats, type DisciplineView, type Progress, type Seat } from '../api/judging'
import { entries, type Entry } from '../api/people'
import type { Contest, DisciplineHead } from '../api/contests'
import { isServed } from '../seats/labels'
import type { ContestFacts, DisciplineFacts } from './nextSteps'

/** Gathers what the checklist counts. A part this account may not read counts as nothing done, never as a failure of the page. */
export async function readFacts(contest: Contest, heads: DisciplineHead[]): Promise<ContestFacts> {
  const people = await orElse(entries(contest.id), [])
  const disciplines = await Promise.all(heads.map((head) => readDiscipline(head, people)))
  return {
    published: contest.published,
    applications: people.filter((entry) => entry.state === 'applied').length,
    disciplines,
  }
}

async function readDiscipline(head: DisciplineHead, people: Entry[]): Promise<DisciplineFacts> {
  const [view, panel, grid] = await Promise.all([
    orElse(discipline(head.id), undefined),
    orElse(seats(head.id), []),
    orElse(progress(head.id), { sheets: [] }),
  ])
  const mine = people.filter((entry) => entry.discipline === head.id && entry.state === 'approved')
  return { ...counted(view, panel, grid), id: head.id, entries: mine.length }
}

function counted(view: DisciplineView | undefined, panel: Seat[], grid: Progress): Omit<DisciplineFacts, 'id' | 'entries'> {
  const stages = view?.stages ?? []
  return {
    state: view?.state ?? 'preparing',
    numbered: stages.length > 0 && stages.every((stage) => (stage.numbers ?? 0) > 0),
    seats: panel.length,
    filled: panel.filter((seat) => seat.person || isServed(seat, grid.sheets)).length,
    stages: stages.length,
    stagesOpened: stages.filter((stage) => stage.state !== 'waiting').length,
    sheets: grid.sheets.length,
    signed: grid.sheets.filter((sheet) => sheet.state === 'signed').length,
  }
}

async function orElse<T, E>(read: Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await read
  } catch {
    return otherwise
  }
}
