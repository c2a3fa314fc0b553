import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slotId, type KeptMark, type MarkResult, type Slot } from '../../domain/mark'
import { NoAnswerError, ProblemError } from '../api'
import { newKey } from '../ids'
import { Outbox } from './outbox'
import { Sender } from './sender'
import { openStore } from './store'

const slot = (aspect: string): Slot => ({ stage: 'practical', subject: '07', piece: 1, aspect, attempt: 1 })

/** Claims as the server keeps them: each key once, one chain a slot, a second claim on a slot is disputed. */
class Server {
  readonly recorded: KeptMark[] = []
  readonly current = new Map<string, string>()
  closed = false

  take(mark: KeptMark): MarkResult {
    if (this.recorded.some((known) => known.key === mark.key)) return { key: mark.key, state: 'confirmed' }
    if (mark.value === '999') return { key: mark.key, state: 'refused', code: 'out-of-range' }
    this.recorded.push(mark)
    if (this.closed) return { key: mark.key, state: 'late' }
    const id = slotId(mark)
    if ((this.current.get(id) ?? null) !== mark.replaces) return { key: mark.key, state: 'disputed' }
    this.current.set(id, mark.key)
    return { key: mark.key, state: 'confirmed' }
  }
}

type Link = 'works' | 'request lost' | 'answer lost' | 'doubled' | 'unavailable'

function sending(outbox: Outbox, server: Server, links: Link[]) {
  const waiting: (() => void)[] = []
  const sender = new Sender(outbox, {
    send: async (marks) => {
      const link = links.shift() ?? 'works'
      if (link === 'request lost') throw new NoAnswerError('lost')
      if (link === 'unavailable') throw new ProblemError(503, 'unavailable', '', {}, 1)
      const results = marks.map((mark) => server.take(mark))
      if (link === 'doubled') marks.forEach((mark) => server.take(mark))
      if (link === 'answer lost') throw new NoAnswerError('lost')
      return results
    },
    later: (_, run) => {
      waiting.push(run)
      return () => waiting.splice(waiting.indexOf(run), 1)
    },
    random: () => 0.5,
    alone: (run) => run(),
    changed: () => {},
  })
  const settle = async () => {
    await sender.wake()
    while (sender.state === 'waiting') await sender.wake()
  }
  return { sender, settle, waiting }
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('mark' as const), aspect: fc.constantFrom('a', 'b'), value: fc.constantFrom('1', '2', '3', '999') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wake' as const), link: fc.constantFrom<Link>('works', 'request lost', 'answer lost', 'doubled', 'unavailable') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close tab' as const) }) },
)

describe('the outbox', () => {
  it('brings every mark to the server once and in the order of its slot, whatever the network and the tab do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const name = `outbox-${newKey()}`
        const server = new Server()
        const made: KeptMark[] = []
        const links: Link[] = []
        let outbox = await Outbox.open('d:s', await openStore(name))
        let way = sending(outbox, server, links)
        for (const s of steps) {
          if (s.do === 'mark') made.push(await outbox.keep(slot(s.aspect), s.value, 1))
          if (s.do === 'wake') {
            links.push(s.link)
            await way.sender.wake()
          }
          if (s.do === 'close tab') {
            way.sender.stop()
            outbox = await Outbox.open('d:s', await openStore(name))
            way = sending(outbox, server, links)
          }
        }
        links.length = 0
        await way.settle()
        const good = made.filter((mark) => mark.value !== '999')
        for (const aspect of ['a', 'b']) {
          const order = (marks: readonly KeptMark[]) => marks.filter((mark) => mark.aspect === aspect).map((mark) => mark.key)
          expect(order(server.recorded)).toEqual(order(good))
          expect(server.current.get(slotId(slot(aspect)))).toBe(order(good).at(-1))
          expect(outbox.current(slot(aspect))?.state).toBe(order(good).length > 0 ? 'confirmed' : undefined)
        }
        expect(outbox.unsent()).toBe(0)
        expect(outbox.all().filter((mark) => mark.state === 'refused')).toHaveLength(made.length - good.length)
      }),
      { numRuns: 60 },
    )
  })

  it('offers confirmed marks again when the server came back without them', async () => {
    const outbox = await Outbox.open('d:s', await openStore(newKey()))
    const { settle } = sending(outbox, new Server(), [])
    await outbox.keep(slot('a'), '1', 1)
    await outbox.keep(slot('a'), '2', 2)
    await settle()
    const restored = new Server()
    await outbox.reconcile([], () => false)
    expect(outbox.unsent()).toBe(2)
    await sending(outbox, restored, []).settle()
    expect(restored.recorded.map((mark) => mark.value)).toEqual(['1', '2'])
  })

  it('offers nothing again because of an answer that was asked for before the mark was confirmed', async () => {
    const outbox = await Outbox.open('d:s', await openStore(newKey()))
    await outbox.keep(slot('a'), '1', 1)
    const answered = outbox.answered()
    await sending(outbox, new Server(), []).settle()
    await outbox.reconcile([], () => false, answered)
    expect(outbox.unsent()).toBe(0)
    await outbox.reconcile([], () => false)
    expect(outbox.unsent()).toBe(1)
  })

  it('leaves its marks as they are where another device of the seat went on', async () => {
    const outbox = await Outbox.open('d:s', await openStore(newKey()))
    await outbox.keep(slot('a'), '1', 1)
    await sending(outbox, new Server(), []).settle()
    await outbox.reconcile([{ ...slot('a'), key: 'from-the-other-tablet', value: '3', state: 'confirmed' }], () => false)
    expect(outbox.unsent()).toBe(0)
  })

  it('lets a refused mark hold up no other, and says why', async () => {
    const outbox = await Outbox.open('d:s', await openStore(newKey()))
    await outbox.keep(slot('a'), '999', 1)
    await outbox.keep(slot('b'), '2', 2)
    await sending(outbox, new Server(), []).settle()
    expect(outbox.newest(slot('a'))).toMatchObject({ state: 'refused', code: 'out-of-range' })
    expect(outbox.current(slot('a'))).toBeNull()
    expect(outbox.current(slot('b'))?.state).toBe('confirmed')
  })

  it('stops and asks for pairing when the seat is signed in elsewhere, and loses nothing', async () => {
    const outbox = await Outbox.open('d:s', await openStore(newKey()))
    await outbox.keep(slot('a'), '1', 1)
    const states: string[] = []
    const sender = new Sender(outbox, {
      send: () => Promise.reject(new ProblemError(401, 'sign-in-first', '')),
      later: () => () => {},
      random: () => 0,
      alone: (run) => run(),
      changed: (state) => states.push(state),
    })
    await sender.wake()
    expect(states).toEqual(['sending', 'pairing'])
    expect(outbox.unsent()).toBe(1)
  })

  it('forgets a sealed sheet, but never what is unsent', async () => {
    const outbox = await Outbox.open('d:s', await openStore(newKey()))
    await outbox.keep(slot('a'), '1', 1)
    await sending(outbox, new Server(), []).settle()
    await outbox.keep(slot('b'), '1', 1)
    await outbox.release(() => true)
    expect(outbox.all().map((mark) => mark.aspect)).toEqual(['b'])
  })
})
