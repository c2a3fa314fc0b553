import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { Api } from '../api'
import { newKey } from '../ids'
import { openStore } from '../outbox/store'
import { Notebook } from './notebook'

const sheet = { stage: 'work', form: 'look', subject: '07' }

/** A server that answers with these statuses, one after another, then with 200. */
function server(...statuses: number[]) {
  const seen: Record<string, unknown>[] = []
  const api = new Api(async (_, init) => {
    const status = statuses.shift() ?? 200
    if (status === 0) throw new TypeError('no network')
    seen.push(JSON.parse(String(init?.body)) as Record<string, unknown>)
    const body = status === 200 ? {} : { code: 'results-locked', detail: '', title: '', status }
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' } })
  }, () => null)
  return { api, seen }
}

describe('a note beside the marks', () => {
  it('is on the device before it is sent, also after the page was closed, and is sent under one key', async () => {
    const store = await openStore(newKey())
    const { api, seen } = server(0)
    const before = new Notebook('d:s', 'd', store, api, () => {})
    await before.keep(sheet, '量具读数跳动', 5)
    await before.send(null)
    const after = new Notebook('d:s', 'd', store, api, () => {})
    await after.send({ offsetMicros: 1, uncertaintyMicros: 2 })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({ ...sheet, text: '量具读数跳动', actMicros: 5, key: after.of(sheet)[0]!.key })
  })

  it('is dropped here once the assignment holds it', async () => {
    const notebook = new Notebook('d:s', 'd', await openStore(newKey()), server().api, () => {})
    await notebook.keep(sheet, 'one', 5)
    const { key } = notebook.of(sheet)[0]!
    await notebook.settle([{ ...sheet, state: 'marking', notes: [{ key, text: 'one', madeMicros: 5 }] }])
    expect(notebook.of(sheet)).toEqual([])
  })

  it('stays to be read when the server refuses it, and holds up no other', async () => {
    const { api, seen } = server(409)
    const notebook = new Notebook('d:s', 'd', await openStore(newKey()), api, () => {})
    await notebook.keep(sheet, 'one', 5)
    await notebook.keep(sheet, 'two', 6)
    await notebook.send(null)
    expect(seen.map((note) => note['text'])).toEqual(['one', 'two'])
    expect(notebook.of(sheet).map((note) => note.code)).toEqual(['results-locked', undefined])
  })
})
