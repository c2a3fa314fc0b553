import type { Title } from './contests'
import { get, post } from './transport'

export type DisciplineState = 'preparing' | 'running' | 'closed' | 'locked' | 'opened' | 'issued' | 'announced'
export type SheetState = 'empty' | 'marking' | 'complete' | 'signed' | 'returned' | 'disputed'
export interface StageView {
  id: string
  title: Title
  state: 'waiting' | 'open' | 'closed'
  identity?: 'open' | 'number' | 'sealed'
  opened?: boolean
  numbers?: number
  proposedBy?: string
  proposedAs?: 'encryption-officer' | 'supervisor'
  forms?: { id: string; title: Title; role?: string; seats?: string[] }[]
}
/** Microseconds since 1970. */
export interface PlannedSession {
  stage: string
  beginsMicros: number
  endsMicros: number
}
export interface DisciplineView {
  id: string
  contest: string
  code: string
  title: Title
  state: DisciplineState
  certainty?: string
  kind?: string
  identity?: 'open' | 'number' | 'sealed'
  publicity?: string
  divisions?: { id: string; title: Title }[]
  stages: StageView[]
  sessions?: PlannedSession[]
  rulebookHash?: string
}
export interface Seat {
  id: string
  label: string
  role: 'judge' | 'chief-judge' | 'scorer' | 'timekeeper'
  forms: { stage: string; form: string }[]
  person?: string
}
export interface Sheet {
  stage: string
  form: string
  subject: string
  seat: string
  state: SheetState
  marked?: number
  due?: number
}
export interface Progress {
  sheets: Sheet[]
}
export interface Claim {
  key: string
  kind: 'disputed' | 'late'
  stage: string
  subject: string
  piece: number
  aspect: string
  attempt: number
  aspectTitle?: Title
  seat: string
  label: string
  value: string
  against?: { key: string; value: string }
  why?: string
  recordedMicros: number
}

const at = (discipline: string) => `disciplines/${discipline}`

export const discipline = (id: string) => get<DisciplineView>(at(id))
export const seats = async (id: string) => (await get<{ seats: Seat[] }>(`${at(id)}/seats`)).seats
export const addSeat = (id: string, seat: Pick<Seat, 'label' | 'role' | 'forms'>, key: string) =>
  post<{ id: string }>(`${at(id)}/seats`, seat, key)
export const fillSeat = (id: string, seat: string, who: { name: string; unit?: string }) =>
  post<void>(`${at(id)}/seats/${seat}/fill`, who)
export const seatCard = (id: string, seat: string) => post<{ code: string; pin: string }>(`${at(id)}/seats/${seat}/card`)
export const openStage = (id: string, stage: string) => post<void>(`${at(id)}/stages/${stage}/open`)
export const closeStage = (id: string, stage: string, despiteUnsigned = false) =>
  post<void>(`${at(id)}/stages/${stage}/close`, despiteUnsigned ? { despiteUnsigned } : undefined)
export const planSessions = (id: string, sessions: PlannedSession[], key: string) => post<void>(`${at(id)}/sessions`, { sessions }, key)
export const progress = (id: string) => get<Progress>(`${at(id)}/progress`)
export const claims = async (id: string) => (await get<{ claims: Claim[] }>(`${at(id)}/claims`)).claims
export const drawnOrder = (id: string) => get<DrawnOrder>(`${at(id)}/draw-order`)
export const drawOrder = (id: string, seed?: string) => post<DrawnOrder>(`${at(id)}/draw-order`, seed ? { seed } : {})

export interface DrawnOrder {
  seed?: string
  order: { entry: string; number?: string; position: number; place?: string; name?: string }[]
}
export interface BlindNumbers {
  numbers: { number: string; entry: string; name?: string; unit?: string }[]
}
export const blindNumbers = (id: string, stage: string) => get<BlindNumbers>(`${at(id)}/stages/${stage}/blind-numbers`)
export const giveNumbers = (id: string, stage: string, asked: { mode: 'sealed' | 'typed'; numbers?: { entry: string; number: string }[] }) =>
  post<{ commitment?: string }>(`${at(id)}/stages/${stage}/blind-numbers`, asked)
