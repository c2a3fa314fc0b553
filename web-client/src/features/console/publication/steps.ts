import type { DisciplineState, StageView } from '../api/judging'

export const ACTS = ['close', 'lock', 'open', 'issue', 'announce'] as const
export type Act = (typeof ACTS)[number]
export interface PublicationStep {
  act: Act
  state: 'done' | 'next' | 'later' | 'none'
}

const DONE_BY: Record<Act, DisciplineState> = { close: 'closed', lock: 'locked', open: 'opened', issue: 'issued', announce: 'announced' }
const ORDER: DisciplineState[] = ['preparing', 'running', 'closed', 'locked', 'opened', 'issued', 'announced']

/** The acts of publication with the one that is due; opening of identities is left out where nothing was sealed. */
export function publicationSteps(state: DisciplineState, stages: StageView[]): PublicationStep[] {
  const sealed = stages.filter((stage) => stage.identity === 'sealed')
  const opened = sealed.every((stage) => stage.opened === true)
  const at = ORDER.indexOf(state)
  let nextGiven = false
  return ACTS.map((act) => {
    if (act === 'open' && sealed.length === 0) return { act, state: 'none' }
    const done = at >= ORDER.indexOf(DONE_BY[act]) || (act === 'open' && opened && at >= ORDER.indexOf('locked'))
    if (done) return { act, state: 'done' }
    const due = !nextGiven
    nextGiven = true
    return { act, state: due ? 'next' : 'later' }
  })
}
