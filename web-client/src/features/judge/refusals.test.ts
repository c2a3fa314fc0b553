import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from './messages.en'
import general from '../../ui/messages.zh'
import zh from './messages.zh'

const read = (name: string) => readFileSync(new URL(`../../../../src/main/resources/openapi/${name}.yaml`, import.meta.url), 'utf8')
const contract = read('judging')
const codes = /x-mark-problems:\s*\[([^\]]*)\]/.exec(contract)?.[1]?.split(',').map((code) => code.trim()) ?? []

describe('a refused mark', () => {
  it('says why in both languages, whatever the code of the contract', () => {
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => !(code in zh.refusal) || !(code in en.refusal))).toEqual([])
  })
})

const ACTS = ['signSheet', 'noteOnSheet', 'cosignSheet', 'refuseCosigning', 'returnSheet', 'decideClaim', 'issueResults', 'adjustScore', 'recordLots']

function problems(operation: string): string[] {
  const found = new RegExp(`operationId: ${operation}\\n[\\s\\S]*?x-problems:\\s*\\[([^\\]]*)\\]`).exec(contract + read('results'))?.[1] ?? ''
  return found.split(',').map((code) => code.trim())
}

describe('an act of a judge that is refused', () => {
  it.each(ACTS)('has words for every problem of %s', (operation) => {
    expect(problems(operation).length).toBeGreaterThan(4)
    expect(problems(operation).filter((code) => !(code in general.problem) && !(code in zh.act && code in en.act))).toEqual([])
  })
})
