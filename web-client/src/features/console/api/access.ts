import { get, post, remove } from './transport'

/** The words of PRODUCT.md for people, as scopes of permission. Judges sit on seats instead of holding a grant. */
export const ROLES = [
  'organiser',
  'scorer',
  'timekeeper',
  'call-room-clerk',
  'encryption-officer',
  'supervisor',
  'host',
  'team-leader',
  'screen-operator',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

export interface Account {
  id: string
  login: string
  name: string
}
export interface Grant {
  role: Role | 'judge' | 'chief-judge' | 'contestant'
  contest?: string
  discipline?: string
}
export interface Session {
  kind: 'none' | 'staff' | 'seat' | 'contestant'
  csrf: string
  account?: Account
  grants?: Grant[]
  seat?: { id: string; label: string; role: string; person?: string }
}
export interface HeldRole {
  id: string
  account: string
  login: string
  name: string
  role: Role
  contest?: string
  discipline?: string
}

export const session = () => get<Session>('session')
export const signIn = (login: string, password: string) => post<Session>('session', { login, password })
export const signOut = () => remove<void>('session')
export const accounts = async () => (await get<{ accounts: Account[] }>('accounts')).accounts
export const addAccount = (account: { login: string; password: string; name: string }) => post<Account>('accounts', account)
export const roles = async (contest: string) => (await get<{ roles: HeldRole[] }>(`contests/${contest}/roles`)).roles
export const grantRole = (contest: string, grant: ({ account: string } | { login: string }) & { role: Role; discipline?: string }) =>
  post<void>(`contests/${contest}/roles`, grant)
export const revokeRole = (contest: string, grant: string) => remove<void>(`contests/${contest}/roles/${grant}`)
