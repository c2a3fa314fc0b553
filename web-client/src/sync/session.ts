import { api } from './api'

export interface Grant {
  readonly role: string
  readonly contest?: string
  readonly discipline?: string
}

/** Who this browser is signed in as; the server is the only one that knows. */
export interface Session {
  readonly kind: 'staff' | 'seat' | 'contestant' | 'none'
  readonly csrf?: string
  readonly account?: { readonly id?: string; readonly login: string; readonly name: string }
  readonly grants?: readonly Grant[]
  readonly seat?: Readonly<Record<string, unknown>>
  readonly entry?: Readonly<Record<string, unknown>>
}

export const readSession = (): Promise<Session> => api.get<Session>('session')
export const endSession = (): Promise<void> => api.delete<void>('session')
