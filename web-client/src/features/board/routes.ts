import type { Component } from 'vue'

interface BoardRoute {
  readonly path: RegExp
  readonly load: () => Promise<{ readonly default: Component }>
}

/* The groups of a path's pattern are the page's properties. Few and simple, so that they need no router. */
const ROUTES: readonly BoardRoute[] = [
  { path: /^\/$/, load: () => import('./BoardList.vue') },
  { path: /^\/b\/(?<discipline>[\w-]+)\/?$/, load: () => import('./PhoneBoard.vue') },
  { path: /^\/hall\/(?<discipline>[\w-]+)\/?$/, load: () => import('./HallBoard.vue') },
]

/** The page of a spectator's address, or null for the pages of everybody else. */
export function boardAt(path: string): { readonly load: BoardRoute['load']; readonly props: Readonly<Record<string, string>> } | null {
  for (const { path: pattern, load } of ROUTES) {
    const found = pattern.exec(path)
    if (found) return { load, props: { ...found.groups } }
  }
  return null
}
