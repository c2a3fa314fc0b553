/** What a page may say about its data: live, trying again, or shown as it was at an instant. */
export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'reconnecting' }
  /** The server says that there is no such board. */
  | { readonly state: 'absent' }
  | { readonly state: 'stale'; readonly sinceMillis: number }
