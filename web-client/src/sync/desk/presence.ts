import type { KeptMark } from '../../domain/mark'
import type { Api } from '../api'
import type { ClockReading } from '../clock/seatClock'

/** What a device tells of itself; the server keeps it in memory for those who watch over the hall. */
export interface TabletReport {
  readonly unsent: number
  readonly unsentSeconds?: number
  readonly battery?: number
  readonly charging?: boolean
  readonly offsetMicros?: number
  readonly uncertaintyMicros?: number
  readonly version: string
}

/** The browser's battery, where there is one (Chromium; others keep it to themselves). */
export interface Battery {
  readonly level: number
  readonly charging: boolean
}

export interface Seen {
  readonly marks: readonly KeptMark[]
  readonly clock: ClockReading | null
  readonly nowMicros: number
}

/** Oldest mark by the clock that made it: a wrong clock does not matter for an age. */
export function reportOf({ marks, clock, nowMicros }: Seen, battery: Battery | null, version: string): TabletReport {
  const kept = marks.filter((mark) => mark.state === 'kept')
  const oldest = Math.min(...kept.map((mark) => mark.actMicros))
  return {
    unsent: kept.length,
    ...(kept.length > 0 ? { unsentSeconds: Math.max(0, Math.round((nowMicros - oldest) / 1_000_000)) } : {}),
    ...(battery ? { battery: Math.round(battery.level * 100), charging: battery.charging } : {}),
    ...(clock ? { offsetMicros: clock.offsetMicros, uncertaintyMicros: clock.uncertaintyMicros } : {}),
    version,
  }
}

export async function readBattery(): Promise<Battery | null> {
  const from = navigator as Navigator & { getBattery?: () => Promise<Battery> }
  return from.getBattery?.().catch(() => null) ?? null
}

/** Tells the server; that nobody heard it is no trouble, the next one comes soon. */
export async function reportPresence(api: Api, seen: Seen, version: string): Promise<void> {
  const battery = await readBattery()
  await api.post<void>('tablet-reports', reportOf(seen, battery, version)).catch(() => undefined)
}
