import type { Tablet } from '../api/installation'
import type { Shape } from '../parts/ShapeMark.vue'

/** A tablet reports every 15 s while its page is open. */
const SILENT_SECONDS = 60
/** Beyond it, acts near a limit of time need a person's look. */
const CLOCK_SECONDS = 2
const LOW_PERCENT = 20

export interface Sign {
  shape: Shape
  /** Name of the word below `console.watch`. */
  word: string
}

export const agoSeconds = (nowMicros: number, seenMicros: number) => Math.max(0, Math.round((nowMicros - seenMicros) / 1_000_000))

export function contactSign(tablet: Tablet, nowMicros: number): Sign {
  if (agoSeconds(nowMicros, tablet.seenMicros) <= SILENT_SECONDS) return { shape: 'done', word: 'inTouch' }
  return tablet.unsent > 0 ? { shape: 'warn', word: 'silentHolding' } : { shape: 'empty', word: 'silent' }
}

export function unsentSign(tablet: Tablet): Sign {
  return tablet.unsent > 0 ? { shape: 'half', word: 'unsent' } : { shape: 'done', word: 'allSent' }
}

export function batterySign(tablet: Tablet): Sign {
  if (tablet.battery === undefined) return { shape: 'empty', word: 'batteryUnknown' }
  if (tablet.charging) return { shape: 'next', word: 'charging' }
  return tablet.battery < LOW_PERCENT ? { shape: 'warn', word: 'batteryLow' } : { shape: 'ready', word: 'battery' }
}

/** The device's clock against the server's; positive when the device is fast. */
export function clockSign(tablet: Tablet): Sign & { seconds: string } {
  if (tablet.offsetMicros === undefined) return { shape: 'empty', word: 'clockUnknown', seconds: '' }
  const ahead = -tablet.offsetMicros / 1_000_000
  const seconds = Math.abs(ahead) >= 10 ? Math.abs(ahead).toFixed(0) : Math.abs(ahead).toFixed(1)
  if (Math.abs(ahead) < CLOCK_SECONDS) return { shape: 'done', word: 'clockRight', seconds }
  return { shape: 'warn', word: ahead > 0 ? 'clockFast' : 'clockSlow', seconds }
}
