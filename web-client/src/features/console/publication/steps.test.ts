import { expect, it } from 'vitest'
import type { DisciplineState, StageView } from '../api/judging'
import { publicationSteps } from './steps'

const stage = (identity: StageView['identity'], opened = false): StageView => ({ id: 'p', title: { zh: '操作' }, state: 'closed', identity: identity!, opened })
const words = (state: DisciplineState, ...stages: StageView[]) => publicationSteps(state, stages).map((step) => step.state).join(' ')

it('the first act that is not done is next', () => {
  expect(words('running', stage('sealed'))).toBe('next later later later later')
  expect(words('closed', stage('sealed'))).toBe('done next later later later')
  expect(words('locked', stage('sealed'))).toBe('done done next later later')
})
it('where nothing is sealed there is nothing to open', () => {
  expect(words('locked', stage('open'))).toBe('done done none next later')
})
it('all sealed stages must be opened before the chief issues', () => {
  expect(words('locked', stage('sealed', true), stage('sealed', false))).toBe('done done next later later')
  expect(words('locked', stage('sealed', true))).toBe('done done done next later')
})
it('after announcing nothing is left', () => {
  expect(words('announced', stage('sealed', true))).toBe('done done done done done')
})
