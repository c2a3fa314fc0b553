import { expect, it } from 'vitest'
import { nextWall } from './nextWall'

it('takes the first free number, so that a wall that was taken down may hang again', () => {
  expect(nextWall([])).toBe(1)
  expect(nextWall([{ number: 1 }, { number: 3 }])).toBe(2)
  expect(nextWall([{ number: 2 }, { number: 1 }])).toBe(3)
})
