import type { Title } from './contests'
import { get } from './transport'

export interface Tablet {
  seat: string
  device: string
  label: string
  contest: string
  discipline: string
  title?: Title
  role: 'judge' | 'chief-judge' | 'scorer' | 'timekeeper'
  unsent: number
  unsentSeconds: number
  battery?: number
  charging: boolean
  offsetMicros?: number
  uncertaintyMicros: number
  version: string
  seenMicros: number
}
export interface Node {
  node: string
  address: string
  version: string
  startedMicros: number
  streams: number
  arenas: { id: string; title?: Title }[]
  viewers: number
  seenMicros: number
}
export interface Tablets {
  nowMicros: number
  tablets: Tablet[]
}
export interface Installation extends Tablets {
  nodes: Node[]
}
/** Origins to be printed: `secure` for judges and staff, `open` for spectators and contestants. */
export interface Addresses {
  secure: string
  open: string
}

export const addresses = () => get<Addresses>('addresses')
export const installation = () => get<Installation>('installation')
export const tabletsOf = (discipline: string) => get<Tablets>(`disciplines/${discipline}/tablets`)
