/** Offset of the server's clock against the device's, both in microseconds, with half the round trip as its uncertainty. */
export interface ClockReading {
  readonly offsetMicros: number
  readonly uncertaintyMicros: number
}

interface Sample extends ClockReading {
  readonly atMillis: number
}

const KEPT_MILLIS = 10 * 60_000
/** A cheap quartz drifts by up to 50 ppm: an old reading is worth that much less. */
const DRIFT_PER_MILLI_MICROS = 0.05

/** Measures the server's clock from answers that carry it, and keeps the sharpest recent reading. */
export class SeatClock {
  private samples: Sample[] = []

  constructor(private readonly deviceMillis: () => number = () => performance.timeOrigin + performance.now()) {}

  nowMicros(): number {
    return Math.round(this.deviceMillis() * 1_000)
  }

  /** An exchange: sent and answered by the device's clock, and what the server's clock said in between. */
  sample(sentMicros: number, answeredMicros: number, serverMicros: number): void {
    const atMillis = this.deviceMillis()
    this.samples = this.samples.filter((sample) => atMillis - sample.atMillis < KEPT_MILLIS)
    this.samples.push({
      offsetMicros: Math.round(serverMicros - (sentMicros + answeredMicros) / 2),
      uncertaintyMicros: Math.ceil((answeredMicros - sentMicros) / 2),
      atMillis,
    })
  }

  /** Null until an exchange took place. */
  reading(): ClockReading | null {
    const now = this.deviceMillis()
    const aged = this.samples.map(({ offsetMicros, uncertaintyMicros, atMillis }) => ({
      offsetMicros,
      uncertaintyMicros: Math.ceil(uncertaintyMicros + (now - atMillis) * DRIFT_PER_MILLI_MICROS),
    }))
    return aged.reduce<ClockReading | null>((best, one) => (best && best.uncertaintyMicros <= one.uncertaintyMicros ? best : one), null)
  }
}
