/** A place for one mark of one seat: seats never conflict with each other. */
export interface Slot {
  readonly stage: string
  readonly subject: string
  readonly piece: number
  readonly aspect: string
  readonly attempt: number
}

export const slotId = (slot: Slot): string => [slot.stage, slot.subject, slot.piece, slot.aspect, slot.attempt].join('|')

/**
 * kept: on this device only · confirmed: recorded · disputed: two claims, the chief decides ·
 * late: recorded after closing or signing, counts for nothing until accepted · rejected: the chief decided against it ·
 * refused: not recorded, with the reason's code
 */
export type MarkState = 'kept' | 'confirmed' | 'disputed' | 'late' | 'rejected' | 'refused'

export interface KeptMark extends Slot {
  readonly key: string
  /** The seat's assignment the mark belongs to; survives a new pairing of the device. */
  readonly assignment: string
  /** Place in the order of making, given by the device. */
  readonly order: number
  /** Key of the mark of the same slot that this one replaces. */
  readonly replaces: string | null
  readonly value: string
  /** Why the seat marks again after its panel lay too far apart. */
  readonly reason?: string
  /** The device's clock when the mark was made, uncorrected: the offset travels with each request. */
  readonly actMicros: number
  readonly state: MarkState
  readonly code?: string
  readonly detail?: string
}

/** The server's answer for one mark. */
export interface MarkResult {
  readonly key: string
  readonly state: 'confirmed' | 'disputed' | 'late' | 'refused'
  readonly code?: string
  readonly detail?: string
}

/** The mark that a slot shows: the newest that was neither refused nor decided against. */
export function currentOf(marks: readonly KeptMark[]): KeptMark | null {
  const standing = marks.filter((mark) => mark.state !== 'refused' && mark.state !== 'rejected')
  return standing.reduce<KeptMark | null>((a, b) => (a && a.order > b.order ? a : b), null)
}
