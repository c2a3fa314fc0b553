import type { Words } from './frame'

/** Where a value came from: a step of the computation with what went into it, as the server tells it. */
export interface Because {
  readonly label: Words
  readonly kind: 'total' | 'stage' | 'criterion' | 'form' | 'aspect' | 'panel' | 'mark' | 'step'
  readonly value?: string | null
  readonly lost?: string | null
  readonly note?: Words | null
  readonly dropped?: 'high' | 'low' | null
  readonly children?: readonly Because[]
}

/** A panel whose children are all marks is drawn as tiles. */
export const isTiles = (step: Because): boolean =>
  (step.children?.length ?? 0) > 1 && step.children!.every((child) => child.kind === 'mark' && (child.children?.length ?? 0) === 0)
