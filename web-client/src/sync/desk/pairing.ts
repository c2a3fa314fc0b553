import type { Api } from '../api'
import { newKey } from '../ids'
import type { MarkStore } from '../outbox/store'

const DEVICE = 'device'

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

/** Signs this device in for a seat; `seat-in-use` (409) unless `takeover`. */
export async function pair(api: Api, store: MarkStore, code: string, takeover: boolean): Promise<void> {
  await api.post('seat-session', { code, device: await deviceOf(store), ...(takeover ? { takeover } : {}) })
}
