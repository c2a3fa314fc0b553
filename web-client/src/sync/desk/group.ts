import { isTally, type Assignment, type Form, type Judged, type PanelCell, type SheetState } from '../../domain/assignment'
import { slotId, type KeptMark, type Slot } from '../../domain/mark'
import { listedOf, slotsOf, spokenFor } from '../../domain/sheet'
import { isAbsent } from '../../domain/value'
import type { Desk, ShownMark } from './desk'

/** One seat's part of a judged cell. */
export interface Column {
  readonly desk: Desk
  readonly seat: string
  readonly label: string
  readonly person: string
  /** What the seat's card says: held up, or marked. Null while there is neither. */
  readonly value: string | null
  readonly mark: ShownMark | null
  readonly refusal: KeptMark | null
  /** Whether it may be tapped. */
  readonly open: boolean
  /** Held up and different from what is marked. */
  readonly raised: boolean
}

/** A judged cell across the seats of this device. */
export interface GroupCell {
  readonly slot: Slot
  readonly columns: readonly Column[]
  /** As the server tells it, once a seat has marked. */
  readonly panel: PanelCell | null
  /** Every seat is to mark again, with a reason; said once every seat of this device may. */
  readonly again: boolean
  /** Seats whose card is still down. */
  readonly missing: number
  /** The distance between highest and lowest card; null before all are up. */
  readonly width: number | null
  readonly mayBeSubmitted: boolean
}

/** A form that several seats of this device fill in, each for itself. */
export interface SharedForm {
  readonly form: Form
  readonly desks: readonly Desk[]
}

/**
 * The seats of a panel that one device carries, side by side. Each keeps its own outbox, keys, marks and signature. Cards that are
 * held up are drafts of their seats until all are; then each becomes a mark of its own, at once.
 */
export class Group {
  /** Cells whose marks are on their way: until all have been answered nobody knows what is asked next. */
  private readonly leaving = new Set<string>()
  private readonly listeners = new Set<() => void>()

  constructor(readonly desks: readonly Desk[]) {}

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    const stops = this.desks.flatMap((desk) => [desk.onChange(listener), desk.drafts.onChange(listener)])
    return () => [...stops, () => this.listeners.delete(listener)].forEach((stop) => stop())
  }

  get assignment(): Assignment {
    return this.desks[0]!.assignment
  }

  /** Forms with a judged aspect that at least two of the seats fill in. */
  shared(): readonly SharedForm[] {
    const forms = new Map(this.desks.flatMap((desk) => desk.assignment.forms).map((form) => [keyOf(form), form]))
    return [...forms.values()]
      .filter((form) => form.aspects.some((aspect) => aspect.kind === 'judgement'))
      .map((form) => ({ form, desks: this.desks.filter((desk) => desk.assignment.forms.some((own) => keyOf(own) === keyOf(form))) }))
      .filter(({ desks }) => desks.length > 1)
  }

  sheetState({ form, desks }: SharedForm, subject: string): SheetState {
    const state = spokenFor(desks.map((desk) => desk.sheetState(form, subject)))
    const raised = state === 'empty' && slotsOf(form, subject).some((slot) => desks.some((desk) => desk.drafts.has(cardOf(slot))))
    return raised ? 'marking' : state
  }

  /** Sheets of shared forms that are signed, when all are and nothing waits on this device; otherwise 0. */
  allSigned(): number {
    const states = this.shared().flatMap((shared) =>
      listedOf(this.assignment, shared.form.stage)
        .filter(({ status }) => !status)
        .flatMap(({ number }) => shared.desks.map((desk) => desk.sheetState(shared.form, number))),
    )
    const all = states.every((state) => state === 'signed') && this.desks.every((desk) => desk.outbox.unsent() === 0)
    return all ? states.length : 0
  }

  cell({ form, desks }: SharedForm, slot: Slot): GroupCell {
    const panel = desks.map((desk) => desk.panel(slot)).find((cell) => cell !== null) ?? null
    const leaving = this.leaving.has(slotId(slot))
    const again = panel?.again === true && !leaving
    const columns = desks.map((desk) => columnOf(desk, form, slot, again, leaving))
    const open = columns.filter((column) => column.open)
    const missing = open.filter((column) => (again ? !column.raised : column.value === null && column.mark === null)).length
    const reasons = !again || open.every(({ desk }) => this.reason(desk, slot) !== '')
    const cards = columns.flatMap(({ value }) => value ?? [])
    const width = columns.length > 1 && cards.length === columns.length ? Math.max(...cards.map(Number)) - Math.min(...cards.map(Number)) : null
    return { slot, columns, panel, again, missing, width, mayBeSubmitted: missing === 0 && reasons && open.some((column) => column.raised) }
  }

  /** A card is held up; it counts for nothing before it is submitted. */
  raise(desk: Desk, slot: Slot, value: string): void {
    desk.drafts.type(cardOf(slot), value)
  }

  lower(desk: Desk, slot: Slot): void {
    desk.drafts.drop(cardOf(slot))
  }

  reason(desk: Desk, slot: Slot): string {
    return (desk.drafts.of(reasonOf(slot)) ?? '').trim()
  }

  giveReason(desk: Desk, slot: Slot, reason: string): void {
    desk.drafts.type(reasonOf(slot), reason)
  }

  /** Every card that is up becomes a mark of its seat; when the promise is fulfilled all are on the device. */
  async submit(shared: SharedForm, slot: Slot): Promise<void> {
    const cell = this.cell(shared, slot)
    if (!cell.mayBeSubmitted) return
    const raised = cell.columns.filter((column) => column.open && column.raised)
    await this.keep(raised, slot, ({ desk, value }) => desk.mark(slot, value!, cell.again ? this.reason(desk, slot) : ''))
  }

  /** There is nothing to judge, for all seats alike. */
  async absent(shared: SharedForm, slot: Slot, absence: string): Promise<void> {
    const open = this.cell(shared, slot).columns.filter((column) => column.open)
    await this.keep(open, slot, ({ desk }) => desk.mark(slot, absence))
  }

  private async keep(columns: readonly Column[], slot: Slot, mark: (column: Column) => Promise<void>): Promise<void> {
    const kept = columns.map((column) => {
      const marked = mark(column)
      column.desk.drafts.settle([cardOf(slot), reasonOf(slot)], marked)
      return marked
    })
    this.leaving.add(slotId(slot))
    await Promise.all(kept)
    void Promise.allSettled(columns.map(({ desk }) => desk.deliver())).then(() => {
      this.leaving.delete(slotId(slot))
      for (const listener of this.listeners) listener()
    })
  }
}

const keyOf = (form: Form): string => `${form.stage}|${form.id}`
const cardOf = (slot: Slot): string => `card|${slotId(slot)}`
const reasonOf = (slot: Slot): string => `reason|${slotId(slot)}`

function columnOf(desk: Desk, form: Form, slot: Slot, again: boolean, leaving: boolean): Column {
  const mark = desk.shown(slot)
  const card = desk.drafts.of(cardOf(slot)) ?? null
  const signed = desk.sheetState(form, slot.subject) === 'signed'
  const open = !signed && !leaving && mark?.state !== 'kept' && (again || desk.panel(slot)?.fixed !== true)
  const raised = open && card !== null && (again || card !== mark?.value)
  const marked = mark && !isAbsent(mark.value) && !(open && again) ? mark.value : null
  const { id, label, person } = desk.assignment.seat
  return { desk, seat: id, label, person: person ?? '', value: open ? (card ?? marked) : marked, mark, refusal: desk.refusal(slot), open, raised }
}

/** The judged aspects of a form first, in their order; the others are marked at each seat by itself. */
export const isJudged = (aspect: Form['aspects'][number]): aspect is Judged => !isTally(aspect) && aspect.kind === 'judgement'
