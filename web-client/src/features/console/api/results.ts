import type { Because } from '../../../domain/because'
import type { Title } from './contests'
import { get, post } from './transport'

export interface ResultRow {
  entry: string
  number?: string
  name: string
  unit?: string
  delegation?: string
  division?: string
  stages: Record<string, string>
  total?: string
  rank?: number
  shared?: boolean
  status: string
  award?: Title
}
export interface Results {
  state: string
  certainty: string
  stages: { id: string; title: Title }[]
  divisions: { id: string; title: Title }[]
  rows: ResultRow[]
  recordHash?: string
}
const at = (discipline: string) => `disciplines/${discipline}`

export const lock = (id: string) => post<void>(`${at(id)}/lock`)
export const openIdentities = (id: string, stage: string) =>
  post<{ state: 'proposed' | 'opened'; officer?: string }>(`${at(id)}/opening`, { stage })
export const announce = (id: string) => post<void>(`${at(id)}/announce`)
export const results = (id: string) => get<Results>(`${at(id)}/results`)
export const explanation = (id: string, entry: string) => get<Because>(`${at(id)}/results/${entry}/explanation`)
