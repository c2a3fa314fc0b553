import type { Aspect, Cosignature, Note, PanelCell } from '../../../domain/assignment'
import type { Words } from '../../../domain/frame'

/** A mark that waits for the chief's word, beside what counts meanwhile. */
export interface Claim {
  readonly key: string
  readonly kind: 'disputed' | 'late'
  readonly stage: string
  readonly subject: string
  readonly aspect: string
  readonly aspectTitle?: Words
  /** The aspect as the rulebook defines it: how a value of it reads. */
  readonly definition?: Aspect
  readonly seat: string
  readonly label: string
  readonly value: string
  readonly against?: { readonly key: string; readonly value: string } | null
  /** Of a late one: made-before or uncertain. */
  readonly why?: string | null
  readonly actMicros: number
  readonly recordedMicros: number
}

/** A judged cell on which the seats still lie too far apart. */
export type DisagreedCell = PanelCell & { readonly aspectTitle?: Words }

/** A sheet with notes of its judge, or with somebody who refused to sign it. */
export interface BesideSheet {
  readonly stage: string
  readonly form: string
  readonly formTitle?: Words
  readonly subject: string
  readonly seat: string
  readonly label: string
  readonly contested: boolean
  readonly notes: readonly Note[]
  readonly cosigned: readonly Cosignature[]
}

export interface ToDecide {
  readonly beside: readonly BesideSheet[]
  readonly claims: readonly Claim[]
  readonly disagreements: readonly DisagreedCell[]
}
