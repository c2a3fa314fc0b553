/** Times for people. Instants are microseconds on the wire (the ledger's unit) and milliseconds in the browser. */

export const microsToMillis = (micros: number): number => Math.floor(micros / 1000)

/** 14:02:10 in the zone of the device. */
export function clockTime(millis: number): string {
  const at = new Date(millis)
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** Seconds as 8:41 or 1:02:05; tenths only when asked for. */
export function duration(seconds: number, decimals = 0): string {
  const total = Math.max(0, seconds)
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const rest = (total % 60).toFixed(decimals).padStart(decimals > 0 ? decimals + 3 : 2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${String(minutes).padStart(2, '0')}:${rest}`
}

/** Seconds of `8:41.35` or `521.35` as decimal text, or null. */
export function secondsOf(text: string): string | null {
  const found = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(\.\d+)?$/.exec(text)
  if (!found) return /^\d+(\.\d+)?$/.test(text) ? text : null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = found
  return `${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}${fraction}`
}
