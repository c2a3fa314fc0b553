import type { Frame } from '../../domain/frame'
import type { Connection } from './connection'
import { fold, type Board } from './fold'

/** Without a sign of life for this long a page no longer calls itself live. */
export const SILENCE_MILLIS = 5_000
const POLL_MILLIS = 3_000

export interface FeedSource {
  /** The newest frame; null when `since` ("epoch:seq") is still the newest; 'absent' when there is no such board. Fails without an answer. */
  snapshot(board: string, since: string | null): Promise<Frame | 'absent' | null>
  now(): number
}

/**
 * One board kept up to date from two ways: frames pushed by the stream, and GET where the stream is silent or has a gap.
 * Runs on `tick()`, called about once a second by its owner, so that it needs no timers of its own.
 */
export class BoardFeed {
  private known: Board | null = null
  private heardMillis: number
  private streamHeardMillis = Number.NEGATIVE_INFINITY
  private asking = false
  private askedMillis = Number.NEGATIVE_INFINITY
  private gap = true
  private trouble = false
  private missing = false
  private lastNote: unknown = undefined

  constructor(
    readonly id: string,
    private readonly source: FeedSource,
    private readonly changed: (board: Board | null, connection: Connection) => void,
  ) {
    this.heardMillis = source.now()
  }

  get board(): Board | null {
    return this.known
  }

  /** "epoch:seq" of what is known; what a reconnecting stream goes on from. */
  get since(): string | null {
    return this.known && !this.gap ? `${this.known.epoch}:${this.known.seq}` : null
  }

  get connection(): Connection {
    const now = this.source.now()
    if (this.missing) return { state: 'absent' }
    if (this.known === null) return this.trouble ? { state: 'reconnecting' } : { state: 'connecting' }
    if (now - this.heardMillis >= SILENCE_MILLIS) return { state: 'stale', sinceMillis: this.heardMillis }
    const streaming = now - this.streamHeardMillis < SILENCE_MILLIS && !this.trouble
    return streaming && !this.gap ? { state: 'live' } : { state: 'reconnecting' }
  }

  /** A frame came over the stream. */
  frame(frame: Frame): void {
    this.alive()
    this.take(frame)
    this.note()
  }

  /** The stream gave a sign of life that carries no frame. */
  alive(): void {
    this.streamHeardMillis = this.source.now()
    this.trouble = false
    if (!this.gap) this.heardMillis = this.streamHeardMillis
    this.note()
  }

  /** There is no such board (yet): it is still asked for, in case it comes. */
  absent(): void {
    this.missing = this.known === null
    this.note()
  }

  /** The stream broke; frames may be missing from here on until it speaks again. */
  broken(): void {
    this.trouble = true
    this.note()
  }

  /** Asks by GET when the stream is silent, broken or has a gap. */
  async tick(): Promise<void> {
    const now = this.source.now()
    const silent = now - this.streamHeardMillis >= SILENCE_MILLIS || this.trouble
    const due = this.gap ? now - this.askedMillis >= (this.missing ? POLL_MILLIS : 1_000) : silent && now - this.askedMillis >= POLL_MILLIS
    this.note()
    if (due && !this.asking) await this.ask()
  }

  private async ask(): Promise<void> {
    this.asking = true
    this.askedMillis = this.source.now()
    try {
      const frame = await this.source.snapshot(this.id, this.since)
      if (frame === 'absent') return this.absent() // what is shown grows stale
      this.heardMillis = this.source.now()
      if (frame) this.take(frame)
    } catch {
      this.trouble = this.trouble || this.known === null // the words follow from the silence
    } finally {
      this.asking = false
      this.note()
    }
  }

  private take(frame: Frame): void {
    const folded = fold(this.known, frame)
    if (folded.kind === 'applied') {
      this.known = folded.board
      this.missing = false
      this.gap = false
      this.heardMillis = this.source.now()
    } else if (folded.kind === 'gap') {
      this.gap = true
      this.askedMillis = Number.NEGATIVE_INFINITY
      void this.tick()
    } else if (frame.kind === 'snapshot' && this.known?.epoch === frame.epoch) {
      this.gap = false // the server's newest is not newer than what is known
    }
  }

  /** Tells the page only when the board or the word changed. */
  private note(): void {
    const connection = this.connection
    const note = `${this.known?.epoch}:${this.known?.seq}|${connection.state}`
    if (note === this.lastNote) return
    this.lastNote = note
    this.changed(this.known, connection)
  }
}
