import { expect, it } from 'vitest'
import { below, lostBelow, parted, share, type Because } from './because'
import { product } from './decimal'

const node = (kind: Because['kind'], more: Partial<Because> = {}): Because => ({ kind, label: { zh: kind, en: kind }, ...more })

it('steps with a value before belong to the sum, the others to the verdict', () => {
  const total = node('total', {
    children: [node('stage'), node('step', { before: '61.95', value: '61.95' }), node('step', { value: '4' }), node('step')],
  })
  const { stages, steps, verdict } = parted(total)
  expect([stages.length, steps.length, verdict.length]).toEqual([1, 1, 2])
})
it('tiles, aspects, sheets of seats and branches are told apart', () => {
  const marks = [node('mark', { value: '9.60' }), node('mark', { value: '9.53' })]
  const seat = node('mark', { children: [node('form')] })
  const parts = below(node('criterion', { children: [seat, node('panel', { children: marks }), node('form'), node('aspect')] }))
  expect(Object.values(parts).map((list) => list.length)).toEqual([1, 1, 1, 1, 0])
})
it('what was lost is added up exactly, without the sheets of single seats', () => {
  const form = node('form', { children: [node('aspect', { lost: '0.1' }), node('aspect', { lost: '0.2' }), node('aspect')] })
  expect(lostBelow(node('criterion', { children: [form, node('mark', { children: [form] })] }))).toBe('0.3')
})
it('a bar is never longer than its box, also where points can be negative', () => {
  expect([share(node('aspect', { value: '-4', max: '10' })), share(node('aspect', { value: '8', max: '10' })), share(node('aspect'))]).toEqual([0, 80, 0])
})
it('a weight is multiplied exactly', () => {
  expect(product('84', '0.3')).toBe('25.2')
  expect(product('-0.05', '0.4')).toBe('-0.02')
})
