/// <reference lib="webworker" />
/**
 * Keeps the judge's page and the boards' pages on the device, so that marking goes on without a network, also after
 * the tab was closed. It never answers for the API: marks are kept by the outbox, not by a cache.
 */
import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'

declare const self: ServiceWorkerGlobalScope

const FONTS = 'leitai-fonts-v1'

cleanupOutdatedCaches()
// No index of folders: `/` is one of the pages below, and a request may be answered only once.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '' })
// After precaching: a handler for an address that is not precached yet would throw, and the worker would never start.
const page = createHandlerBoundToURL('/index.html')
clientsClaim()

self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate' && isPage(pathname)) {
    event.respondWith(page({ event, request, url: new URL(request.url), params: [] } as never) as Promise<Response>)
  } else if (pathname.endsWith('.woff2')) {
    event.respondWith(fontSlice(request))
  }
})

/** Pages of the client; everything else (API, health, contract, files) is the server's. */
function isPage(pathname: string): boolean {
  return /^\/($|(b|hall|judge|me|apply|login|console)(\/|$))/.test(pathname)
}

async function fontSlice(request: Request): Promise<Response> {
  const cache = await caches.open(FONTS)
  const kept = await cache.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await cache.put(request, fresh.clone())
  return fresh
}
