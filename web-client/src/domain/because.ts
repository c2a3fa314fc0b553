import { plus } from './decimal'
import type { Words } from './frame'

/** Where a value came from: a step of the computation with what went into it, as the server tells it. */
export interface Because {
  readonly label: Words
  readonly kind: 'total' | 'stage' | 'criterion' | 'form' | 'aspect' | 'panel' | 'mark' | 'step'
  readonly value?: string | null
  /** The most an aspect can bring. */
  readonly max?: string | null
  /** With what the value counts above. */
  readonly weight?: string | null
  /** What a step was applied to. */
  readonly before?: string | null
  readonly lost?: string | null
  readonly note?: Words | null
  readonly dropped?: 'high' | 'low' | null
  readonly children?: readonly Because[]
}

/** A panel whose children are all marks is drawn as tiles. */
export const isTiles = (step: Because): boolean =>
  (step.children?.length ?? 0) > 1 && step.children!.every((child) => child.kind === 'mark' && (child.children?.length ?? 0) === 0)

/** A total's stages, the steps between them and the total, and what follows from it: rank, tie, award. */
export function parted(total: Because): { stages: Because[]; steps: Because[]; verdict: Because[] } {
  const all = total.children ?? []
  const steps = all.filter((child) => child.kind === 'step')
  return {
    stages: all.filter((child) => child.kind !== 'step'),
    steps: steps.filter((step) => step.before != null && step.value != null),
    verdict: steps.filter((step) => step.before == null || step.value == null),
  }
}

export interface Below {
  panels: Because[]
  aspects: Because[]
  /** Criteria, forms, pieces. */
  branches: Because[]
  /** Single seats' whole sheets. */
  seats: Because[]
  steps: Because[]
}

export function below(step: Because): Below {
  const all = step.children ?? []
  const sheets = (child: Because) => child.kind === 'mark' && (child.children?.length ?? 0) > 0
  return {
    panels: all.filter((child) => child.kind === 'panel' && isTiles(child)),
    aspects: all.filter((child) => child.kind === 'aspect'),
    branches: all.filter((child) => child.kind === 'criterion' || child.kind === 'form' || child.kind === 'stage'),
    seats: all.filter(sheets),
    steps: all.filter((child) => child.kind === 'step' || (child.kind === 'panel' && !isTiles(child))),
  }
}

/** All that aspects below a step lost; `0` for nothing. Seats' own sheets are not counted, each holds the same aspects again. */
export function lostBelow(step: Because): string {
  return (step.children ?? [])
    .filter((child) => child.kind !== 'mark')
    .reduce((sum, child) => plus(sum, child.lost ?? lostBelow(child)), '0')
}

/** How much of an aspect's points was got, in percent from 0 to 100, for a bar; figures stay exact beside it. */
export function share(aspect: Because): number {
  const [value, max] = [Number(aspect.value ?? 0), Number(aspect.max ?? 0)]
  return max > 0 ? Math.min(100, Math.max(0, (100 * value) / max)) : 0
}
