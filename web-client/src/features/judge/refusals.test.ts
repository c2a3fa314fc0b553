import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import en from './messages.en'
import zh from './messages.zh'

const contract = readFileSync(new URL('../../../../src/main/resources/openapi/judging.yaml', import.meta.url), 'utf8')
const codes = /x-mark-problems:\s*\[([^\]]*)\]/.exec(contract)?.[1]?.split(',').map((code) => code.trim()) ?? []

describe('a refused mark', () => {
  it('says why in both languages, whatever the code of the contract', () => {
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => !(code in zh.refusal) || !(code in en.refusal))).toEqual([])
  })
})
