const CLOCK = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })

/** Hours, minutes and seconds of a recorded time, which the server gives in whole microseconds since 1970. */
export function clockOf(micros: number): string {
  return CLOCK.format(new Date(micros / 1000))
}
