import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Assignment } from '../../domain/assignment'
import type { MarkResult, Slot } from '../../domain/mark'
import { Api } from '../api'
import { newKey } from '../ids'
import { openStore } from '../outbox/store'
import { Desk } from './desk'

const slot: Slot = { stage: 'work', subject: '07', piece: 1, aspect: 'seam', attempt: 1 }
type Told = Assignment['marks'][number]

/** A server that tells these marks and confirms what it is sent. */
class Server {
  marks: Told[] = []
  sheet = 'empty'
  answer: MarkResult['state'] = 'confirmed'

  readonly api = new Api(async (input, init) => {
    const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
    if (String(input).endsWith('seat/assignment')) return json(this.assignment())
    const { marks } = JSON.parse(String(init?.body)) as { marks: { key: string }[] }
    return json({ serverMicros: 1, results: marks.map(({ key }) => ({ key, state: this.answer })) })
  }, () => null)

  told(key: string, value: string, state = 'confirmed'): Told {
    return { ...slot, key, value, state }
  }

  private assignment(): Assignment {
    return {
      serverMicros: 1,
      seat: { id: 's', label: '1', role: 'judge' },
      discipline: { id: 'd', contest: { zh: '' }, title: { zh: '' }, code: 'T', kind: 'skill', state: 'running' },
      stages: [{ id: 'work', title: { zh: '' }, state: 'open', identity: 'number' }],
      forms: [{ id: 'look', stage: 'work', title: { zh: '' }, aspects: [{ id: 'seam', kind: 'points', title: { zh: '' }, max: '10', range: {} }] }],
      subjects: [{ stage: 'work', number: '07' }],
      marks: this.marks,
      sheets: [{ stage: 'work', form: 'look', subject: '07', state: this.sheet as 'empty' }],
    }
  }
}

async function opened(server: Server): Promise<Desk> {
  return (await Desk.open(await openStore(newKey()), server.api))!
}

async function delivered(desk: Desk): Promise<void> {
  if (desk.outbox.unsent() > 0) await new Promise<void>((done) => {
    const stop = desk.onChange(() => desk.outbox.unsent() === 0 && (stop(), done()))
  })
}

describe('what a slot of the desk shows', () => {
  it('is the mark made here as soon as it is made, also on a returned sheet whose marks were released', async () => {
    const server = new Server()
    server.marks = [server.told('signed-before', '5')]
    server.sheet = 'returned'
    const desk = await opened(server)
    await desk.mark(slot, '7')
    expect(desk.shown(slot)?.value).toBe('7')
    await delivered(desk)
    expect(desk.shown(slot)).toMatchObject({ value: '7', state: 'confirmed' })
  })

  it('is the newer mark of another device of the seat', async () => {
    const server = new Server()
    const desk = await opened(server)
    await desk.mark(slot, '7')
    await delivered(desk)
    server.marks = [server.told('elsewhere', '3')]
    await desk.refresh()
    expect(desk.shown(slot)?.value).toBe('3')
  })

  it('names the other of two values while they are disputed, and what counts once the chief has decided', async () => {
    const server = new Server()
    const desk = await opened(server)
    server.answer = 'disputed'
    await desk.mark(slot, '7')
    await delivered(desk)
    const own = desk.shown(slot)!.key
    server.marks = [server.told('elsewhere', '3'), server.told(own, '7', 'disputed')]
    await desk.refresh()
    expect(desk.shown(slot)).toMatchObject({ value: '7', state: 'disputed' })
    expect(desk.rival(slot)).toBe('3')
    server.marks = [server.told('elsewhere', '3')]
    await desk.refresh()
    expect(desk.shown(slot)).toMatchObject({ value: '3', state: 'confirmed' })
    expect(desk.refusal(slot)).toMatchObject({ value: '7', state: 'rejected' })
    expect(desk.rival(slot)).toBeNull()
  })

  it('counts two quick taps as two, however slow the disk is', async () => {
    const desk = await opened(new Server())
    const first = desk.mark(slot, '1')
    expect(desk.shown(slot)?.value).toBe('1')
    const second = desk.mark(slot, '2')
    await Promise.all([first, second])
    expect(desk.outbox.all().map(({ value }) => value)).toEqual(['1', '2'])
  })
})
