/** What of a stopwatch is kept on the device, every second while it runs. Milliseconds. */
export interface Kept {
  readonly elapsed: number
  readonly running: boolean
  /** The device's wall clock when it was kept: bridges the gap of a reload, in which no monotonic clock runs on. */
  readonly at: number
}

export interface Clocks {
  /** Monotonic, such as `performance.now`. */
  readonly steady: () => number
  /** The device's wall clock, such as `Date.now`. */
  readonly wall: () => number
}

/** A stopwatch on the monotonic clock: setting the tablet's time does not move it; a reload costs it nothing. */
export class Stopwatch {
  private base: number
  private since: number | null

  constructor(
    kept: Kept | null,
    private readonly clocks: Clocks = { steady: () => performance.now(), wall: () => Date.now() },
  ) {
    const gap = kept?.running ? Math.max(0, clocks.wall() - kept.at) : 0
    this.base = (kept?.elapsed ?? 0) + gap
    this.since = kept?.running ? clocks.steady() : null
  }

  get running(): boolean {
    return this.since !== null
  }

  elapsed(): number {
    return this.base + (this.since === null ? 0 : this.clocks.steady() - this.since)
  }

  start(): void {
    this.since ??= this.clocks.steady()
  }

  stop(): void {
    this.base = this.elapsed()
    this.since = null
  }

  reset(): void {
    this.base = 0
    this.since = null
  }

  kept(): Kept {
    return { elapsed: this.elapsed(), running: this.running, at: this.clocks.wall() }
  }
}
