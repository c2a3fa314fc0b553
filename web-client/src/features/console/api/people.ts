import type { Title } from './contests'
import { get, post, postRaw, remove } from './transport'

export type ImportKind = 'units' | 'entries' | 'theory'
export interface RowProblem {
  code: string
  column?: string
  detail: string
  suggestion?: string
}
export interface PreviewRow {
  row: number
  state: 'ok' | 'warning' | 'error'
  values: Record<string, string>
  problems: RowProblem[]
}
export interface Preview {
  importId: string
  columns: string[]
  rows: PreviewRow[]
  counts: { ok: number; warning: number; error: number }
}
export interface Delegation {
  code: string
  title: Title
  place: number
}
/* Free text stays out of the permanent record; these are the server's reasons. */
export const REJECT_REASONS = ['incomplete', 'not-eligible', 'duplicate', 'over-quota', 'other'] as const
export type RejectReason = (typeof REJECT_REASONS)[number]
export interface Unit {
  id: string
  name: string
  short?: string
  delegation?: string
  entries?: number
}
export type EntryState = 'applied' | 'approved' | 'rejected' | 'withdrawn'
export interface Member {
  id: string
  name: string
  role?: string
  erased?: boolean
}
export interface Entry {
  id: string
  number: string
  discipline: string
  division?: string
  name: string
  members: Member[]
  unit?: string
  delegation?: string
  state: EntryState
  arrived?: number
  called?: number
}
export interface NewEntry {
  discipline: string
  division?: string
  name: string
  unit?: string
  delegation?: string
  idNumber?: string
  members?: { name: string; idNumber?: string; phone?: string; role?: string }[]
}

const at = (contest: string) => `contests/${contest}`

export const preview = (contest: string, kind: ImportKind, file: File, discipline?: string, stage?: string) =>
  postRaw<Preview>(`${at(contest)}/imports/${kind}`, file, mediaType(file.name), { discipline, stage })
export const applyImport = (contest: string, importId: string, key: string) =>
  post<{ applied: number }>(`${at(contest)}/imports/${importId}/apply`, undefined, key)
export const units = async (contest: string) => (await get<{ units: Unit[] }>(`${at(contest)}/units`)).units
export const entries = async (contest: string, discipline?: string) =>
  (await get<{ entries: Entry[] }>(`${at(contest)}/entries`, { discipline })).entries
export const addEntry = (contest: string, entry: NewEntry, key: string) =>
  post<{ id: string }>(`${at(contest)}/entries`, entry, key)
export const judgeApplication = (contest: string, entry: string, act: 'approve' | 'reject' | 'withdraw', reason?: RejectReason) =>
  post<void>(`${at(contest)}/entries/${entry}/${act}`, reason ? { reason } : undefined)
export const delegations = async () => (await get<{ delegations: Delegation[] }>('delegations')).delegations
export const openRegistration = (contest: string, open: boolean) => post<void>(`${at(contest)}/${open ? 'open' : 'close'}-registration`)
export const recordArrival = (contest: string, entry: string) => post<void>(`${at(contest)}/entries/${entry}/arrival`)
export const recordCallRoom = (discipline: string, entry: string) =>
  post<void>(`disciplines/${discipline}/entries/${entry}/call-room`)
export const issueEntryCode = async (contest: string, entry: string) =>
  (await post<{ code: string }>(`${at(contest)}/entries/${entry}/code`)).code
export const erasePerson = (contest: string, person: string) => remove<void>(`${at(contest)}/people/${person}`)

/** By the name's ending: browsers leave `type` empty for CSV on machines without a spreadsheet program. */
export function mediaType(fileName: string): string {
  return /\.xlsx$/i.test(fileName)
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'text/csv'
}
