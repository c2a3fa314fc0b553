import type { KeptMark, MarkResult } from '../../domain/mark'
import { NoAnswerError, ProblemError } from '../api'
import type { Outbox } from './outbox'

const BATCH = 20
const FIRST_PAUSE_MILLIS = 500
const LAST_PAUSE_MILLIS = 20_000

/** idle: all sent · sending · waiting: no answer, tried again later · pairing: the seat is signed in elsewhere or not at all */
export type SenderState = 'idle' | 'sending' | 'waiting' | 'pairing'

export interface SenderPorts {
  /** Sends marks; one answer each. May fail with NoAnswerError or ProblemError. */
  send(marks: readonly KeptMark[]): Promise<readonly MarkResult[]>
  /** Calls back later; the returned function takes that back. */
  later(millis: number, run: () => void): () => void
  random(): number
  /** Runs alone among the tabs of this browser, so that two tabs do not send the same marks. */
  alone(run: () => Promise<void>): Promise<void>
  changed(state: SenderState): void
}

/** Empties an outbox: in order within each slot, again after each failure under the same keys, with growing pauses and jitter. */
export class Sender {
  private current: SenderState = 'idle'
  private running = false
  private again = false
  private stopped = false
  private failures = 0
  private batch = BATCH
  private cancel: (() => void) | null = null

  constructor(
    private readonly outbox: Outbox,
    private readonly ports: SenderPorts,
  ) {}

  get state(): SenderState {
    return this.current
  }

  /** There may be something to send, or the network may be back. */
  async wake(): Promise<void> {
    if (this.stopped) return
    this.cancel?.()
    this.cancel = null
    if (this.running) {
      this.again = true
      return
    }
    this.running = true
    await this.ports.alone(() => this.drain())
    this.running = false
    if (this.again) {
      this.again = false
      await this.wake()
    }
  }

  stop(): void {
    this.stopped = true
    this.cancel?.()
  }

  private async drain(): Promise<void> {
    for (let due = this.outbox.due(this.batch); due.length > 0 && !this.stopped; due = this.outbox.due(this.batch)) {
      this.be('sending')
      try {
        const results = await this.ports.send(due)
        for (const result of results) await this.outbox.answer(result)
        if (results.length === 0) return this.retry(null)
        this.failures = 0
        this.batch = BATCH
      } catch (error) {
        if (!(await this.failed(error, due))) return
      }
    }
    this.be('idle')
  }

  /** Whether sending goes on at once. */
  private async failed(error: unknown, due: readonly KeptMark[]): Promise<boolean> {
    if (!(error instanceof ProblemError)) {
      this.retry(null)
      if (!(error instanceof NoAnswerError)) throw error
      return false
    }
    if (error.status === 401 || error.status === 403) {
      this.be('pairing')
      return false
    }
    if (error.status >= 500 || error.status === 408 || error.status === 429) {
      this.retry(error.retryAfterSeconds)
      return false
    }
    // The request as a whole was refused: find the guilty mark by sending one at a time; the others must not wait for it.
    if (due.length === 1) await this.outbox.answer({ key: due[0]!.key, state: 'refused', code: error.code, detail: error.detail })
    this.batch = 1
    return true
  }

  private retry(afterSeconds: number | null): void {
    this.be('waiting')
    const pause = Math.min(LAST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** this.failures++)
    const least = (afterSeconds ?? 0) * 1_000
    this.cancel = this.ports.later(Math.max(least, pause * (0.5 + this.ports.random() / 2)), () => void this.wake())
  }

  private be(state: SenderState): void {
    if (this.current === state) return
    this.current = state
    this.ports.changed(state)
  }
}
