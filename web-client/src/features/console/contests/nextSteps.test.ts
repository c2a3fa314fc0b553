import { describe, expect, it } from 'vitest'
import { nextSteps, phaseState, type ContestFacts, type DisciplineFacts } from './nextSteps'

const welding: DisciplineFacts = {
  id: 'welding',
  state: 'preparing',
  entries: 24,
  numbered: true,
  seats: 4,
  filled: 4,
  stages: 2,
  stagesOpened: 0,
  sheets: 48,
  signed: 0,
}
const facts = (change: Partial<ContestFacts>): ContestFacts => ({ published: true, applications: 0, disciplines: [welding], ...change })
const next = (given: ContestFacts) => nextSteps(given).find((step) => step.state === 'next')

describe('the next step of a contest', () => {
  it('is a discipline when there is none', () => {
    expect(next(facts({ published: false, disciplines: [] }))?.id).toBe('disciplines')
  })
  it('is to publish before people are asked in', () => {
    expect(next(facts({ published: false }))?.id).toBe('publish')
  })
  it('is to review applications that wait', () => {
    expect(next(facts({ applications: 3 }))?.id).toBe('applications')
  })
  it('leads to the first discipline that is behind', () => {
    const speech = { ...welding, id: 'speech', filled: 6, seats: 7 }
    expect(next(facts({ disciplines: [welding, speech] }))).toMatchObject({ id: 'seats', discipline: 'speech', count: 1, of: 2 })
  })
  it('does not call a panel without seats filled', () => {
    expect(next(facts({ disciplines: [{ ...welding, seats: 0, filled: 0 }] }))?.id).toBe('seats')
  })
  it('comes to an end when all is announced', () => {
    const over = { ...welding, state: 'announced' as const, stagesOpened: 2, signed: 48 }
    expect(next(facts({ disciplines: [over] }))).toBeUndefined()
  })
  it('is exactly one', () => {
    expect(nextSteps(facts({})).filter((step) => step.state === 'next')).toHaveLength(1)
  })
})

describe('a phase', () => {
  it('is under way while one of its steps is next', () => {
    const steps = nextSteps(facts({}))
    expect([phaseState(steps, 'draw'), phaseState(steps, 'judging'), phaseState(steps, 'results')]).toEqual(['done', 'next', 'later'])
  })
})
