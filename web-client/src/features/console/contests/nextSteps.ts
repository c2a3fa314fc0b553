import type { DisciplineState } from '../api/judging'

export const PHASES = ['setUp', 'people', 'draw', 'judging', 'results'] as const
export type Phase = (typeof PHASES)[number]

export interface DisciplineFacts {
  id: string
  state: DisciplineState
  entries: number
  numbered: boolean
  seats: number
  filled: number
  stages: number
  stagesOpened: number
  sheets: number
  signed: number
}
export interface ContestFacts {
  published: boolean
  applications: number
  disciplines: DisciplineFacts[]
}
export interface Step {
  id: string
  phase: Phase
  state: 'done' | 'next' | 'later'
  count: number
  of: number
  page: string
  discipline?: string
}

type Count = Pick<Step, 'id' | 'phase' | 'page'> & { done: (one: DisciplineFacts) => boolean }

/* Acts of publication come in this order; a state further right implies all before it. */
const ORDER: DisciplineState[] = ['preparing', 'running', 'closed', 'locked', 'opened', 'issued', 'announced']
const reached = (one: DisciplineFacts, state: DisciplineState) => ORDER.indexOf(one.state) >= ORDER.indexOf(state)

const PER_DISCIPLINE: Count[] = [
  { id: 'entries', phase: 'people', page: 'entries', done: (one) => one.entries > 0 },
  { id: 'numbers', phase: 'draw', page: 'numbers', done: (one) => one.numbered },
  { id: 'seats', phase: 'draw', page: 'seats', done: (one) => one.seats > 0 && one.filled === one.seats },
  { id: 'open', phase: 'judging', page: 'progress', done: (one) => one.stages > 0 && one.stagesOpened === one.stages },
  { id: 'signed', phase: 'judging', page: 'progress', done: (one) => one.sheets > 0 && one.signed === one.sheets },
  { id: 'lock', phase: 'results', page: 'publication', done: (one) => reached(one, 'locked') },
  { id: 'issue', phase: 'results', page: 'publication', done: (one) => reached(one, 'issued') },
  { id: 'announce', phase: 'results', page: 'publication', done: (one) => reached(one, 'announced') },
]

/** What a contest day needs, in order. Exactly one step is `next`: the first that is not done; none when all are. */
export function nextSteps(facts: ContestFacts): Step[] {
  const all = facts.disciplines
  const steps: Step[] = [
    step('disciplines', 'setUp', all.length > 0 ? 1 : 0, 1, 'new-discipline'),
    step('publish', 'setUp', facts.published ? 1 : 0, 1, 'contest'),
    ...PER_DISCIPLINE.map((asked) => overDisciplines(asked, all)),
  ]
  steps.splice(3, 0, step('applications', 'people', facts.applications === 0 ? 1 : 0, 1, 'entries'))
  const first = steps.findIndex((one) => one.state !== 'done')
  return steps.map((one, index) => (index === first ? { ...one, state: 'next' } : one))
}

/** How far a phase is: done, under way or later, for the line of phases above the list. */
export function phaseState(steps: Step[], phase: Phase): 'done' | 'next' | 'later' {
  const mine = steps.filter((one) => one.phase === phase)
  if (mine.every((one) => one.state === 'done')) return 'done'
  return mine.some((one) => one.state === 'next') ? 'next' : 'later'
}

function overDisciplines(asked: Count, all: DisciplineFacts[]): Step {
  const open = all.find((one) => !asked.done(one))
  const counted = step(asked.id, asked.phase, all.filter(asked.done).length, Math.max(all.length, 1), asked.page)
  return open ? { ...counted, discipline: open.id } : counted
}

function step(id: string, phase: Phase, count: number, of: number, page: string): Step {
  return { id, phase, count, of, page, state: count >= of ? 'done' : 'later' }
}
