import type { Seat, Sheet } from '../api/judging'

/** The next free labels 1, 2, 3 … of judges' seats; seats of other roles may carry the same ones. */
export function nextLabels(seats: Pick<Seat, 'label' | 'role'>[], count: number): string[] {
  const taken = new Set(seats.filter((seat) => seat.role === 'judge').map((seat) => seat.label))
  const free: string[] = []
  for (let number = 1; free.length < count; number++) if (!taken.has(String(number))) free.push(String(number))
  return free
}

/** A code as it is read aloud and typed: two groups of four. */
export const spoken = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`

export const judgeAddress = (origin: string, code: string) => `${origin}/judge?code=${encodeURIComponent(code)}`

/** Whether a seat has sheets and all of them are signed, so that nobody is missing there. */
export function isServed(seat: Pick<Seat, 'id'>, sheets: Pick<Sheet, 'seat' | 'state'>[]): boolean {
  const mine = sheets.filter((sheet) => sheet.seat === seat.id)
  return mine.length > 0 && mine.every((sheet) => sheet.state === 'signed')
}

/** A seat of another role by its role, with its label where that says more: 计时员 1, but 裁判长 alone. */
export const seatWords = ({ label }: Pick<Seat, 'label'>, role: string) => (label === role ? role : `${role} ${label}`)
