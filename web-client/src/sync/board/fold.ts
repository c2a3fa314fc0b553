import type { Division, Frame, Head, Now, PlannedSession, Row, SheetCell, Stage } from '../../domain/frame'

/** A board as far as this browser knows it. Equal (epoch, seq) means equal content, whatever frames led there. */
export interface Board {
  readonly board: string
  readonly epoch: string
  readonly seq: number
  readonly atMicros: number
  readonly head: Head
  readonly stages: readonly Stage[]
  readonly sessions: readonly PlannedSession[]
  readonly divisions: readonly Division[]
  readonly rows: ReadonlyMap<string, Row>
  readonly sheets: ReadonlyMap<string, SheetCell>
  readonly now: Now | null
}

/** What a frame did: moved the board on, told nothing new, or shows that something in between is missing. */
export type Folded =
  | { readonly kind: 'applied'; readonly board: Board }
  | { readonly kind: 'old' }
  | { readonly kind: 'gap' }

const OLD: Folded = { kind: 'old' }
const GAP: Folded = { kind: 'gap' }

export function fold(known: Board | null, frame: Frame): Folded {
  if (frame.kind === 'snapshot') return foldSnapshot(known, frame)
  if (known === null) return GAP
  if (frame.epoch !== known.epoch) return frame.at < known.atMicros ? OLD : GAP
  if (frame.seq <= known.seq) return OLD
  return frame.prev === known.seq ? { kind: 'applied', board: moved(known, frame) } : GAP
}

function foldSnapshot(known: Board | null, frame: Frame): Folded {
  // Between epochs only time can tell which is newer: a late answer of the past owner must not win.
  const past = known !== null && (frame.epoch === known.epoch ? frame.seq <= known.seq : frame.at < known.atMicros)
  if (past) return OLD
  if (!frame.head) return GAP
  return {
    kind: 'applied',
    board: {
      board: frame.board,
      epoch: frame.epoch,
      seq: frame.seq,
      atMicros: frame.at,
      head: frame.head,
      stages: frame.stages ?? [],
      sessions: frame.sessions ?? [],
      divisions: frame.divisions ?? [],
      rows: new Map((frame.rows ?? []).map((row) => [row.id, row])),
      sheets: new Map((frame.sheets ?? []).map((sheet) => [sheet.id, sheet])),
      now: frame.now ?? null,
    },
  }
}

function moved(known: Board, frame: Frame): Board {
  return {
    ...known,
    seq: frame.seq,
    atMicros: frame.at,
    head: frame.head ?? known.head,
    stages: frame.stages ?? known.stages,
    sessions: frame.sessions ?? known.sessions,
    divisions: frame.divisions ?? known.divisions,
    rows: withItems(known.rows, frame.rows, frame.gone),
    sheets: withItems(known.sheets, frame.sheets, frame.gone),
    now: frame.now === undefined ? known.now : frame.now,
  }
}

function withItems<T extends { readonly id: string }>(
  items: ReadonlyMap<string, T>,
  changed: readonly T[] | undefined,
  gone: readonly string[] | undefined,
): ReadonlyMap<string, T> {
  if (!changed?.length && !gone?.length) return items
  const next = new Map(items)
  for (const id of gone ?? []) next.delete(id)
  for (const item of changed ?? []) next.set(item.id, item)
  return next
}
