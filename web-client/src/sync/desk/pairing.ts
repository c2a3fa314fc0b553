import type { Api } from '../api'
import { newKey } from '../ids'
import type { MarkStore } from '../outbox/store'

const DEVICE = 'device'
const BESIDE = 'beside'

/** The name of this device, made once and kept: keys are unique per device, attempts are counted per device. */
export async function deviceOf(store: MarkStore): Promise<string> {
  const known = await store.noted<string>(DEVICE)
  if (known) return known
  const fresh = newKey()
  await store.note(DEVICE, fresh)
  return fresh
}

/** Codes are 8 characters without 0 O 1 I L; anything else that was typed or scanned is left out. */
export const cleanCode = (text: string): string => text.toUpperCase().replace(/[^2-9A-HJKMNP-Z]/g, '').slice(0, 8)

/** Seats that this device carries beside the one it was signed in with. */
export const seatsBeside = async (store: MarkStore): Promise<readonly string[]> => (await store.noted<string[]>(BESIDE)) ?? []

/** One more seat on this device; `seat-in-use` (409) unless `takeover`. */
export async function pairBeside(api: Api, store: MarkStore, code: string, takeover: boolean): Promise<void> {
  const { seat } = await api.post<{ seat: { id: string } }>('seat-session', { code, device: await deviceOf(store), beside: true, takeover })
  await store.note(BESIDE, [...new Set([...(await seatsBeside(store)), seat.id])])
}

/** The seat goes back to a device of its own; what was marked for it here stays on this one. */
export async function leaveBeside(api: Api, store: MarkStore, seat: string): Promise<void> {
  await api.forSeat(seat).delete<void>('session').catch(() => undefined)
  await store.note(BESIDE, (await seatsBeside(store)).filter((one) => one !== seat))
}

/** Signs this device in for a seat; `seat-in-use` (409) unless `takeover`. */
export async function pair(api: Api, store: MarkStore, code: string, takeover: boolean): Promise<void> {
  await api.post('seat-session', { code, device: await deviceOf(store), ...(takeover ? { takeover } : {}) })
}
