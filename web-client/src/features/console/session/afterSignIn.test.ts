import { expect, it } from 'vitest'
import { holds } from '../frame/useSession'
import { afterSignIn } from './afterSignIn'

it('returns to the page of the console that asked for sign-in', () => {
  expect(afterSignIn('/console/c/1/entries?q=a')).toBe('/console/c/1/entries?q=a')
})
it.each(['//evil.example', 'https://evil.example/console', '/consolex', '/judge', undefined, ['/console']])('never leads to %s', (to) => {
  expect(afterSignIn(to)).toBe('/console')
})

it('a grant for one discipline does not reach another', () => {
  const grants = [{ role: 'encryption-officer' as const, contest: 'c', discipline: 'welding' }]
  expect(holds(grants, 'encryption-officer', 'c', 'welding')).toBe(true)
  expect(holds(grants, 'encryption-officer', 'c', 'speech')).toBe(false)
  expect(holds(grants, 'supervisor', 'c', 'welding')).toBe(false)
})
it('a grant without contest counts everywhere', () => {
  expect(holds([{ role: 'organiser' }], 'organiser', 'any', 'any')).toBe(true)
})
