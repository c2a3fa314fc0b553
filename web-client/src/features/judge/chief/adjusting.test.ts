import { expect, it } from 'vitest'
import { isInBounds, standing, type Adjustable } from './adjusting'

const seam: Adjustable = { stage: 'work', stageTitle: { zh: '操作技能' }, node: 'seam', title: { zh: '焊缝' }, least: '0.5', most: '2', subjects: ['01', '02'] }

it('takes 0 and what lies from the least to the most, up or down', () => {
  for (const by of ['0', '0.5', '-0.5', '2', '-2.00', '+1.25', ' 1 ']) expect(isInBounds(seam, by), by).toBe(true)
})
it('takes nothing else: too little, too much, not a number, empty', () => {
  for (const by of ['0.4', '-0.49', '2.01', '-3', '', '-', 'x', '1e1', '1,5']) expect(isInBounds(seam, by), by).toBe(false)
})
it('knows the correction that a new one replaces, and that 0 took one back', () => {
  const one = { stage: 'work', subject: '01', node: 'seam', by: '-1.5', reason: '示例理由' }
  const all = { adjustable: [seam], adjustments: [one, { ...one, subject: '02', by: '0' }] }
  expect(standing(all, seam, '01')).toEqual(one)
  expect(standing(all, seam, '02')).toBeUndefined()
})
