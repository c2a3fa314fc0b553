import type { Component } from 'vue'

interface BoardRoute {
  readonly path: RegExp
  readonly load: () => Promise<{ readonly default: Component }>
}

/* The groups of a path's pattern are the page's properties. Few and simple, so that they need no router. */
const ROUTES: readonly BoardRoute[] = [
  { path: /^\/(?:\?|$)/, load: () => import('./BoardList.vue') },
  { path: /^\/b\/(?<discipline>[\w-]+)\/?(?:\?|$)/, load: () => import('./PhoneBoard.vue') },
  // What a stream lays over its picture comes on a ground that is keyed out.
  { path: /^\/hall\/(?<discipline>[\w-]+)\/?\?(?:.*&)?bg=(?<background>transparent|green)/, load: () => import('./HallOverlay.vue') },
  { path: /^\/hall\/(?<discipline>[\w-]+)\/?(?:\?|$)/, load: () => import('./HallBoard.vue') },
  { path: /^\/wall\/(?<contest>[\w-]+)\/(?<number>[1-9]\d?)\/?(?:\?|$)/, load: () => import('./WallBoard.vue') },
]

/** The page of a spectator's address (path and query), or null for the pages of everybody else. */
export function boardAt(address: string): { readonly load: BoardRoute['load']; readonly props: Readonly<Record<string, string>> } | null {
  for (const { path: pattern, load } of ROUTES) {
    const found = pattern.exec(address)
    if (found) return { load, props: { ...found.groups } }
  }
  return null
}
