import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Frame, Head, Row } from '../../domain/frame'
import type { Connection } from './connection'
import { BoardFeed } from './feed'
import type { Board } from './fold'

/** A server's board that remembers what it held at each (epoch, seq): the truth a client is measured by. */
class Server {
  private epoch = 1
  private seq = 0
  private at = 1_000_000
  private rows = new Map<string, Row>()
  readonly truth = new Map<string, ReadonlyMap<string, Row>>()
  readonly sent: Frame[] = []

  constructor() {
    this.remember()
  }

  get point(): string {
    return `e${this.epoch}:${this.seq}`
  }

  snapshot(): Frame {
    return { ...this.stamp(this.seq), kind: 'snapshot', head: head(), rows: [...this.rows.values()] }
  }

  change(id: string, total: string | null): void {
    const prev = this.seq
    this.seq += 1 + (this.seq % 3) // seqs are the ledger's: a board's frames skip some
    this.at += 10
    if (total === null) this.rows.delete(id)
    else this.rows.set(id, { id, division: 'all', total })
    this.remember()
    const changed = total === null ? { gone: [id] } : { rows: [this.rows.get(id)!] }
    this.sent.push({ ...this.stamp(prev), kind: 'delta', ...changed })
  }

  /** Another owner takes over; its stream starts with a snapshot. */
  moveOn(): void {
    this.epoch += 1
    this.at += 10
    this.remember()
    this.sent.push(this.snapshot())
  }

  private stamp(prev: number) {
    return { board: 'd/public', epoch: `e${this.epoch}`, seq: this.seq, prev, at: this.at }
  }

  private remember(): void {
    this.truth.set(this.point, new Map(this.rows))
  }
}

function head(): Head {
  return {
    contest: { zh: '试' }, discipline: { zh: '试' }, code: 'T', kind: 'skill', state: 'running', certainty: 'provisional',
    publicity: 'at once', identity: 'open', progress: { signed: 0, marked: 0, due: 0 },
  }
}

function watching(server: Server, clock: { millis: number }, answers: () => boolean, there = () => true) {
  const heard: { board: Board | null; connection: Connection }[] = []
  const feed = new BoardFeed(
    'd/public',
    {
      now: () => clock.millis,
      snapshot: async (_, since) => {
        if (!answers()) throw new Error('no answer')
        if (!there()) return 'absent'
        return since === server.point ? null : server.snapshot()
      },
    },
    (board, connection) => heard.push({ board, connection }),
  )
  return { feed, heard }
}

const settle = () => new Promise<void>((done) => setImmediate(done))

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('change' as const), id: fc.constantFrom('a', 'b', 'c'), total: fc.option(fc.constantFrom('9.36', '9.40', '8.70')) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('deliver' as const), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deliverNext' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('moveOn' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('break' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tick' as const), millis: fc.integer({ min: 100, max: 7_000 }), answers: fc.boolean() }) },
)

describe('a board in the browser', () => {
  it('holds what the server held, at every moment, and ends in its truth, whatever is lost, doubled or late', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const server = new Server()
        const clock = { millis: 10_000 }
        let answers = true
        let next = 0
        const { feed } = watching(server, clock, () => answers)
        for (const s of steps) {
          if (s.do === 'change') server.change(s.id, s.total)
          else if (s.do === 'moveOn') server.moveOn()
          else if (s.do === 'break') feed.broken()
          else if (s.do === 'deliver' && server.sent.length > 0) feed.frame(server.sent[s.which % server.sent.length]!)
          else if (s.do === 'deliverNext' && next < server.sent.length) feed.frame(server.sent[next++]!)
          else if (s.do === 'tick') {
            clock.millis += s.millis
            answers = s.answers
            void feed.tick()
          }
          await settle()
          if (feed.board) {
            const { epoch, seq, rows } = feed.board
            expect(rows).toEqual(server.truth.get(`${epoch}:${seq}`))
          }
        }
        answers = true
        for (let second = 0; second < 12; second++) {
          clock.millis += 1_000
          await feed.tick()
          await settle()
        }
        expect(`${feed.board!.epoch}:${feed.board!.seq}`).toBe(server.point)
        expect(feed.board!.rows).toEqual(server.truth.get(server.point))
      }),
      { numRuns: 400 },
    )
  })

  it('says live while the stream speaks, reconnecting when it breaks, and stale since the last word when nothing answers', async () => {
    const server = new Server()
    const clock = { millis: 50_000 }
    let answers = true
    const { feed, heard } = watching(server, clock, () => answers)
    expect(feed.connection.state).toBe('connecting')
    feed.frame(server.snapshot())
    expect(feed.connection.state).toBe('live')
    answers = false
    feed.broken()
    expect(feed.connection.state).toBe('reconnecting')
    clock.millis += 5_000
    await feed.tick()
    expect(feed.connection).toEqual({ state: 'stale', sinceMillis: 50_000 })
    answers = true
    clock.millis += 3_000
    await feed.tick()
    expect(feed.connection.state).toBe('reconnecting')
    feed.alive()
    expect(heard.map(({ connection }) => connection.state)).toEqual(['connecting', 'live', 'reconnecting', 'stale', 'reconnecting', 'live'])
  })

  it('says that there is no such board as soon as the server has said so, and shows it once it is there', async () => {
    const server = new Server()
    const clock = { millis: 50_000 }
    let there = false
    const { feed, heard } = watching(server, clock, () => true, () => there)
    await feed.tick()
    expect(feed.connection.state).toBe('absent')
    there = true
    clock.millis += 3_000
    await feed.tick()
    feed.alive()
    expect(heard.map(({ connection }) => connection.state)).toEqual(['connecting', 'absent', 'reconnecting', 'live'])
  })

  it('lets a board that is shown grow stale when the server does not know it any more', async () => {
    const server = new Server()
    const clock = { millis: 50_000 }
    const { feed } = watching(server, clock, () => true, () => false)
    feed.frame(server.snapshot())
    feed.broken()
    clock.millis += 5_000
    await feed.tick()
    expect(feed.connection).toEqual({ state: 'stale', sinceMillis: 50_000 })
  })

  it('asks at once when a frame between is missing', async () => {
    const server = new Server()
    const { feed } = watching(server, { millis: 1 }, () => true)
    feed.frame(server.snapshot())
    server.change('a', '9.36')
    server.change('b', '9.40')
    feed.frame(server.sent[1]!)
    await settle()
    expect([...feed.board!.rows.keys()]).toEqual(['a', 'b'])
  })
})
