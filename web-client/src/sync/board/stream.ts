import type { Frame } from '../../domain/frame'
import { api, ProblemError } from '../api'
import { newKey } from '../ids'
import type { Connection } from './connection'
import { BoardFeed, SILENCE_MILLIS } from './feed'
import type { Board } from './fold'
import { openChannel, seekLead, type TabChannel, type TabMessage } from './tabs'

const NAME = 'leitai.boards'
const TICK_MILLIS = 1_000
const FIRST_PAUSE_MILLIS = 500
const LAST_PAUSE_MILLIS = 8_000

type Listener = (board: Board | null, connection: Connection) => void

/** All boards of this tab, fed by the one stream of the browser. */
class BoardStream {
  private readonly tab = newKey()
  private readonly feeds = new Map<string, { feed: BoardFeed; listeners: Set<Listener> }>()
  private readonly wanted = new Map<string, { boards: readonly string[]; atMillis: number }>()
  private channel: TabChannel | null = null
  private giveUp: (() => void) | null = null
  private timer: ReturnType<typeof setInterval> | null = null
  private source: EventSource | null = null
  private sourceBoards = ''
  private heardMillis = 0
  private reopenMillis = 0
  private pauseMillis = FIRST_PAUSE_MILLIS
  private leading = false
  private readonly missing = new Set<string>()

  watch(id: string, listener: Listener): () => void {
    this.start()
    const entry = this.feeds.get(id) ?? this.added(id)
    entry.listeners.add(listener)
    listener(entry.feed.board, entry.feed.connection)
    this.announce()
    void entry.feed.tick()
    return () => this.unwatch(id, listener)
  }

  private added(id: string) {
    const listeners = new Set<Listener>()
    const feed = new BoardFeed(id, { snapshot: snapshotOf, now: () => Date.now() }, (board, connection) => {
      for (const listener of listeners) listener(board, connection)
    })
    const entry = { feed, listeners }
    this.feeds.set(id, entry)
    return entry
  }

  private unwatch(id: string, listener: Listener): void {
    const entry = this.feeds.get(id)
    entry?.listeners.delete(listener)
    if (entry?.listeners.size === 0) this.feeds.delete(id)
    if (this.feeds.size === 0) this.stop()
    else this.announce()
  }

  private start(): void {
    if (this.timer) return
    this.channel = openChannel(NAME)
    this.channel.onMessage((message) => this.heard(message))
    this.giveUp = seekLead(NAME, this.tab, () => {
      this.leading = true
      this.follow()
    })
    this.timer = setInterval(() => this.tick(), TICK_MILLIS)
    addEventListener('pagehide', this.leave)
  }

  private readonly leave = (): void => this.channel?.post({ type: 'bye', tab: this.tab })

  private stop(): void {
    this.leave()
    removeEventListener('pagehide', this.leave)
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    this.giveUp?.()
    this.giveUp = null
    this.leading = false
    this.close()
    this.channel?.close()
    this.channel = null
    this.wanted.clear()
    this.missing.clear()
  }

  private tick(): void {
    this.announce()
    for (const { feed } of this.feeds.values()) void feed.tick()
    this.lookForMissing()
    if (this.leading) this.follow()
  }

  private lookForMissing(): void {
    const appeared = [...this.missing].filter((board) => this.feeds.get(board)?.feed.board)
    if (appeared.length === 0) return
    appeared.forEach((board) => this.missing.delete(board))
    this.channel?.post({ type: 'appeared' })
    this.heard({ type: 'appeared' })
  }

  /** Tells the leader what this tab shows. */
  private announce(): void {
    const boards = [...this.feeds.keys()]
    this.wanted.set(this.tab, { boards, atMillis: Date.now() })
    this.channel?.post({ type: 'want', tab: this.tab, boards })
  }

  private heard(message: TabMessage): void {
    switch (message.type) {
      case 'want':
        this.wanted.set(message.tab, { boards: message.boards, atMillis: Date.now() })
        break
      case 'bye':
        this.wanted.delete(message.tab)
        break
      case 'frame':
        this.take(message.data)
        break
      case 'alive':
        for (const { feed } of this.feeds.values()) feed.alive()
        break
      case 'absent':
        this.feeds.get(message.board)?.feed.absent()
        this.missing.add(message.board)
        break
      case 'appeared':
        if (this.leading) this.close() // and opened anew at the next tick
        break
      case 'broken':
        for (const { feed } of this.feeds.values()) feed.broken()
    }
  }

  /** As leader: keeps one stream open that carries every board some tab wants. */
  private follow(): void {
    const now = Date.now()
    for (const [tab, { atMillis }] of this.wanted) if (now - atMillis > SILENCE_MILLIS) this.wanted.delete(tab)
    const boards = [...new Set([...this.wanted.values()].flatMap((want) => want.boards))].sort().join(',')
    const silent = this.source !== null && now - this.heardMillis > 2 * SILENCE_MILLIS
    if (boards !== this.sourceBoards || silent || this.source?.readyState === EventSource.CLOSED) this.close()
    if (boards !== '' && this.source === null && now >= this.reopenMillis) this.open(boards)
  }

  private open(boards: string): void {
    const since = boards.split(',').map((board) => this.feeds.get(board)?.feed.since ?? '')
    const source = new EventSource(`/api/v1/stream?boards=${boards}&since=${encodeURIComponent(since.join(','))}`)
    this.source = source
    this.sourceBoards = boards
    this.heardMillis = Date.now()
    source.addEventListener('board', (event) => this.pass({ type: 'frame', data: (event as MessageEvent<string>).data }))
    source.addEventListener('absent', (event) => {
      const { board } = JSON.parse((event as MessageEvent<string>).data) as { board: string }
      this.pass({ type: 'absent', board })
    })
    source.addEventListener('ping', () => this.pass({ type: 'alive' }))
    source.addEventListener('open', () => this.pass({ type: 'alive' }))
    source.addEventListener('error', () => this.failed())
  }

  private pass(message: TabMessage): void {
    this.heardMillis = Date.now()
    this.pauseMillis = FIRST_PAUSE_MILLIS
    this.channel?.post(message)
    this.heard(message)
  }

  /** EventSource gives up for good on a non-200 answer, so the stream is reopened by hand, with jitter. */
  private failed(): void {
    this.close()
    this.reopenMillis = Date.now() + this.pauseMillis * (0.5 + Math.random())
    this.pauseMillis = Math.min(LAST_PAUSE_MILLIS, this.pauseMillis * 2)
    this.channel?.post({ type: 'broken' })
    this.heard({ type: 'broken' })
  }

  private close(): void {
    this.source?.close()
    this.source = null
    this.sourceBoards = ''
  }

  private take(data: string): void {
    const frame = JSON.parse(data) as Frame
    for (const [id, { feed }] of this.feeds) if (id === frame.board) feed.frame(frame)
  }
}

async function snapshotOf(id: string, since: string | null): Promise<Frame | 'absent' | null> {
  const [discipline, audience] = id.split('/')
  const after = since ? `&since=${encodeURIComponent(since)}` : ''
  try {
    return (await api.get<Frame | undefined>(`boards/${discipline}?audience=${audience}${after}`, { timeoutMillis: 4_000 })) ?? null
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return 'absent'
    throw error
  }
}

const stream = new BoardStream()

/** Watches a board ("<discipline>/public"); the listener is called at once and on every change. */
export const watchBoard = (id: string, listener: Listener): (() => void) => stream.watch(id, listener)
