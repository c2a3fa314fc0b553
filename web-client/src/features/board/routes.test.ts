import { describe, expect, it } from 'vitest'
import { boardAt } from './routes'

const ID = '01939a3e-0000-7000-8000-000000000001'

describe('a spectator\'s address', () => {
  it('is a board of a discipline, also with a query', () => {
    expect(boardAt(`/b/${ID}`)?.props).toEqual({ discipline: ID })
    expect(boardAt(`/hall/${ID}/?lang=en`)?.props).toEqual({ discipline: ID })
    expect(boardAt('/?lang=en')).not.toBeNull()
  })
  it('is a named wall of a contest', () => {
    expect(boardAt(`/wall/${ID}/3`)?.props).toEqual({ contest: ID, number: '3' })
    expect(boardAt(`/wall/${ID}/12/?lang=en`)?.props).toEqual({ contest: ID, number: '12' })
    for (const path of [`/wall/${ID}`, `/wall/${ID}/0`, `/wall/${ID}/100`, `/wall/${ID}/x`]) expect(boardAt(path)).toBeNull()
  })
  it('is an overlay when it names a ground', () => {
    expect(boardAt(`/hall/${ID}?bg=green`)?.props).toEqual({ discipline: ID, background: 'green' })
    expect(boardAt(`/hall/${ID}?lang=en&bg=transparent`)?.props).toEqual({ discipline: ID, background: 'transparent' })
    expect(boardAt(`/hall/${ID}?bg=red`)?.props).toEqual({ discipline: ID })
  })
  it('is nothing of ours for everybody else', () => {
    for (const path of ['/console', '/judge', '/me', '/b/', '/hall', '/nowhere']) expect(boardAt(path)).toBeNull()
  })
})
