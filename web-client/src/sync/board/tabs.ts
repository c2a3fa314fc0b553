/**
 * One event stream for all tabs of a browser: HTTP/1.1 allows six connections to a host, and a spectator opens more tabs.
 * The leader holds the stream and passes its events on; it is found by a Web Lock, or where there is none (plain HTTP)
 * by a lease in localStorage. Two leaders for a moment cost a second connection and nothing else.
 */
export type TabMessage =
  | { readonly type: 'want'; readonly tab: string; readonly boards: readonly string[] }
  | { readonly type: 'frame'; readonly data: string }
  | { readonly type: 'alive' }
  | { readonly type: 'absent'; readonly board: string }
  /** A board that was absent exists now: a stream that was told so before does not carry it. */
  | { readonly type: 'appeared' }
  | { readonly type: 'broken' }
  | { readonly type: 'bye'; readonly tab: string }

export interface TabChannel {
  post(message: TabMessage): void
  onMessage(listener: (message: TabMessage) => void): void
  close(): void
}

export function openChannel(name: string): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, onMessage: () => {}, close: () => {} }
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    onMessage: (listener) => channel.addEventListener('message', (event) => listener(event.data as TabMessage)),
    close: () => channel.close(),
  }
}

/** Calls `lead` once this tab is the leader; the returned function gives the lead up or stops waiting for it. */
export function seekLead(name: string, tab: string, lead: () => void): () => void {
  if (typeof navigator !== 'undefined' && navigator.locks) return seekLock(name, lead)
  return seekLease(name, tab, lead)
}

function seekLock(name: string, lead: () => void): () => void {
  const stop = new AbortController()
  let release: () => void = () => {}
  navigator.locks
    .request(name, { signal: stop.signal }, () => {
      lead()
      return new Promise<void>((done) => (release = done))
    })
    .catch(() => {}) // aborted while waiting: this tab never led
  return () => {
    stop.abort()
    release()
  }
}

const LEASE_MILLIS = 4_000
const RENEW_MILLIS = 1_000

function seekLease(name: string, tab: string, lead: () => void): () => void {
  let leading = false
  const attempt = () => {
    try {
      const [holder, until] = (localStorage.getItem(name) ?? '').split('|')
      const free = !holder || holder === tab || Number(until) < Date.now()
      if (!free) return
      localStorage.setItem(name, `${tab}|${Date.now() + LEASE_MILLIS}`)
    } catch {
      // no storage: every tab leads itself
    }
    if (!leading) lead()
    leading = true
  }
  attempt()
  const timer = setInterval(attempt, RENEW_MILLIS)
  return () => {
    clearInterval(timer)
    try {
      if (leading) localStorage.removeItem(name)
    } catch {
      // the lease then runs out by itself
    }
  }
}
