import type { Seat } from '../api/judging'

/** The next free labels 1, 2, 3 … of judges' seats; other seats keep their words, so they never take a number away. */
export function nextLabels(seats: Pick<Seat, 'label'>[], count: number): string[] {
  const taken = new Set(seats.map((seat) => seat.label))
  const free: string[] = []
  for (let number = 1; free.length < count; number++) if (!taken.has(String(number))) free.push(String(number))
  return free
}

/** A code as it is read aloud and typed: two groups of four. */
export const spoken = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`

export const judgeAddress = (origin: string, code: string) => `${origin}/judge?code=${encodeURIComponent(code)}`
