import type { Aspect, Assignment, Form, Note, PanelCell, SheetOfSeat, SheetState } from '../../domain/assignment'
import type { KeptMark, MarkResult, MarkState, Slot } from '../../domain/mark'
import { isDue, slotsOf, stateOf, type SheetKey } from '../../domain/sheet'
import { NoAnswerError, ProblemError, type Api } from '../api'
import { SeatClock } from '../clock/seatClock'
import { newKey } from '../ids'
import { Outbox } from '../outbox/outbox'
import { Sender, type SenderState } from '../outbox/sender'
import type { MarkStore } from '../outbox/store'
import { Cosigning } from './cosigning'
import { Drafts } from './drafts'
import { DrillClocks } from './drillClocks'
import { Notebook, type KeptNote } from './notebook'
import type { Seen } from './presence'
import { alone, asSent, timed } from './requests'
import { Told } from './told'

/** Where the last assignment is kept: of the seat that this device was signed in with, or of one beside it. */
const noteOf = (beside?: string) => (beside ? `assignment:${beside}` : 'assignment')

/** What a slot shows: the value, its key and its state. */
export interface ShownMark {
  readonly key: string
  readonly value: string
  readonly state: MarkState
  readonly code?: string
  readonly detail?: string
  /** When it was entered: by this device's clock if it was made here. */
  readonly madeMicros?: number
}

/**
 * A judge's place on this device: the assignment (also from the last visit, without a network), the outbox and its sender.
 * Free of any framework; `onChange` tells when something may look different.
 */
export class Desk {
  readonly clock = new SeatClock()
  readonly drillClocks: DrillClocks
  private readonly sender: Sender
  private readonly listeners = new Set<() => void>()
  readonly notebook: Notebook
  readonly cosigning: Cosigning
  private told: Told
  /** Whether the last request was answered. */
  online = true
  /** Set when the seat is signed in elsewhere or its card was replaced. */
  signedOut = false

  private constructor(
    private current: Assignment,
    readonly outbox: Outbox,
    readonly drafts: Drafts,
    private readonly store: MarkStore,
    readonly api: Api,
    private readonly noteName: string,
  ) {
    this.told = new Told(current)
    this.notebook = new Notebook(outbox.assignment, current.discipline.id, store, api, () => this.tell())
    this.cosigning = new Cosigning(current, api)
    this.drillClocks = new DrillClocks(outbox.assignment, current.discipline.id, store, api)
    this.sender = new Sender(outbox, {
      send: (marks) => this.send(marks),
      later: (millis, run) => {
        const timer = setTimeout(run, millis)
        return () => clearTimeout(timer)
      },
      random: Math.random,
      alone: (run) => alone(`outbox:${outbox.assignment}`, run),
      changed: (state) => {
        if (state === 'pairing') this.signedOut = true
        this.tell()
      },
    })
    outbox.onChange(() => this.tell())
  }

  /** The desk of this device's seat: from the server, or as it was on the last visit. Null when there is none. */
  static async open(store: MarkStore, device: Api, beside?: string): Promise<Desk | null> {
    const api = beside ? device.forSeat(beside) : device
    const last = await store.noted<Assignment>(noteOf(beside))
    try {
      const clock = new SeatClock()
      const fresh = await timed(api, clock)
      const desk = await Desk.of(fresh, store, api, noteOf(beside))
      await desk.adopt(fresh)
      void desk.sender.wake()
      return desk
    } catch (error) {
      if (!last || (error instanceof ProblemError && error.status === 404)) return rethrowUnlessSignedOut(error)
      const desk = await Desk.of(last, store, api, noteOf(beside))
      desk.noted(error)
      return desk
    }
  }

  private static async of(assignment: Assignment, store: MarkStore, api: Api, noteName: string): Promise<Desk> {
    const outbox = await Outbox.open(`${assignment.discipline.id}:${assignment.seat.id}`, store)
    return new Desk(assignment, outbox, await Drafts.open(outbox.assignment, store), store, api, noteName)
  }

  get assignment(): Assignment {
    return this.current
  }

  get senderState(): SenderState {
    return this.sender.state
  }

  /** Whether a judged aspect of this seat still misses other seats. */
  get waitsForOthers(): boolean {
    return (this.current.panels ?? []).some((cell) => cell.waiting > 0)
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Asks for the assignment again and sends what waits. */
  async refresh(): Promise<void> {
    const answered = this.outbox.answered()
    try {
      const fresh = await timed(this.api, this.clock)
      this.online = true
      this.signedOut = false
      await this.adopt(fresh, answered)
    } catch (error) {
      this.noted(error)
    }
    void this.sender.wake()
    void this.notebook.send(this.clock.reading())
    this.tell()
  }

  /** Sends what waits and hears what became of it. */
  async deliver(): Promise<void> {
    await this.sender.wake()
    await this.refresh()
  }

  shown(slot: Slot): ShownMark | null {
    const own = this.outbox.current(slot)
    const theirs = this.told.mark(slot)
    // A mark from another device of this seat is newer than what this one knows, unless something unsent or undecided is here,
    // or something that was built on it and that the last answer does not know yet.
    const foreign = theirs !== undefined && !this.outbox.knows(theirs.key) && !this.outbox.buildsOn(slot, theirs.key)
    if (theirs && (own === null || (foreign && own.state === 'confirmed'))) return this.claimed(slot, { ...theirs, state: 'confirmed' })
    return own ? this.claimed(slot, { ...own, madeMicros: own.actMicros }) : null
  }

  /** Whether somebody else's claim on the slot waits for the chief: then neither value is sure. */
  private claimed(slot: Slot, mark: ShownMark): ShownMark {
    const claim = this.told.claim(slot)
    return claim && mark.state === 'confirmed' ? { ...mark, state: 'disputed' } : mark
  }

  /** What waits for the chief beside what the slot shows: the other of two values. */
  rival(slot: Slot): string | null {
    const shown = this.shown(slot)
    if (shown?.state !== 'disputed' && shown?.state !== 'late') return null
    const [counting, claim] = [this.told.mark(slot), this.told.claim(slot)]
    const other = claim && claim.key !== shown.key ? claim : counting
    return other && other.key !== shown.key ? other.value : null
  }

  /** The panel of a judged slot, once this seat has marked it. */
  panel(slot: Slot): PanelCell | null {
    return this.told.panel(slot)
  }

  /** The last mark of the slot if it was refused, or decided against, and nothing came after it. */
  refusal(slot: Slot): KeptMark | null {
    const newest = this.outbox.newest(slot)
    return newest?.state === 'refused' || newest?.state === 'rejected' ? newest : null
  }

  /** Shown at once; when the promise is fulfilled it is on the device. */
  async mark(slot: Slot, value: string, reason = ''): Promise<void> {
    const before = this.shown(slot)
    if (before?.value === value && reason === '') return
    try {
      await this.outbox.keep(slot, value, this.clock.nowMicros(), before?.key ?? null, reason)
    } finally {
      void this.sender.wake() // a full disk must not keep it from the server
    }
  }

  sheetState(form: Form, subject: string): SheetState {
    const slots = slotsOf(form, subject)
    const marks = slots.map((slot) => this.shown(slot))
    if (marks.some((mark) => mark?.state === 'disputed')) return 'disputed'
    if (slots.some((slot) => this.panel(slot)?.again === true)) return 'returned'
    const due = slots.map((slot) => isDue(form, slot))
    const filled = due.filter((is, at) => is && marks[at] !== null).length
    const begun = filled > 0 || marks.some((mark) => mark !== null)
    return stateOf(this.sheet({ stage: form.stage, form: form.id, subject })?.state, due.filter(Boolean).length, filled, begun)
  }

  sheet(key: SheetKey): SheetOfSeat | undefined {
    return this.told.sheet(key)
  }

  /** Words beside the marks of a sheet: delivered ones, then those that are still here. */
  notes(key: SheetKey): (Note & Partial<KeptNote>)[] {
    const delivered = this.sheet(key)?.notes ?? []
    const here = this.notebook.of(key).filter((note) => !delivered.some((one) => one.key === note.key))
    return [...delivered, ...here.map((note) => ({ ...note, madeMicros: note.actMicros }))]
  }

  /** Keeps words under the moment at which they were begun, and sends them. */
  async note(key: SheetKey, text: string, actMicros: number): Promise<void> {
    await this.notebook.keep(key, text, actMicros)
    void this.notebook.send(this.clock.reading())
  }

  async sign(form: Form, subject: string, pin: string, key: string): Promise<void> {
    const marks = slotsOf(form, subject).flatMap((slot) => this.shown(slot)?.key ?? [])
    const { discipline } = this.current
    await this.api.post(`disciplines/${discipline.id}/sheets/sign`, { key, stage: form.stage, form: form.id, subject, marks, pin }, { key })
  }

  aspect(form: Form, id: string): Aspect | undefined {
    return form.aspects.find((aspect) => aspect.id === id)
  }

  /** What the hall may know of this device. */
  seen(): Seen {
    return { marks: this.outbox.all(), clock: this.clock.reading(), nowMicros: this.clock.nowMicros() }
  }

  close(): void {
    this.sender.stop()
  }

  private async send(marks: readonly KeptMark[]): Promise<readonly MarkResult[]> {
    const clock = this.clock.reading() ?? { offsetMicros: 0, uncertaintyMicros: 60_000_000 }
    const sent = this.clock.nowMicros()
    const body = { clock, marks: marks.map(asSent) }
    try {
      const path = `disciplines/${this.current.discipline.id}/marks`
      const answer = await this.api.post<{ results: MarkResult[]; serverMicros?: number }>(path, body, { key: newKey() })
      if (answer.serverMicros !== undefined) this.clock.sample(sent, this.clock.nowMicros(), answer.serverMicros)
      this.online = true
      this.signedOut = false
      return answer.results
    } catch (error) {
      this.noted(error)
      throw error
    }
  }

  private async adopt(fresh: Assignment, answered?: ReadonlySet<string>): Promise<void> {
    this.current = fresh
    this.told = new Told(fresh)
    await this.notebook.settle(fresh.sheets)
    await this.store.note(this.noteName, fresh)
    const sealed = (slot: Slot) => this.isSealed(slot)
    await this.outbox.reconcile(fresh.marks, sealed, answered)
    await this.outbox.release(sealed)
  }

  private isSealed(slot: Slot): boolean {
    const form = this.current.forms.find((one) => one.stage === slot.stage && one.aspects.some((aspect) => aspect.id === slot.aspect))
    return form !== undefined && this.sheet({ stage: slot.stage, form: form.id, subject: slot.subject })?.state === 'signed'
  }

  private noted(error: unknown): void {
    if (error instanceof NoAnswerError) this.online = false
    if (error instanceof ProblemError) this.online = error.status < 500
    if (error instanceof ProblemError && (error.status === 401 || error.status === 403)) this.signedOut = true
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

function rethrowUnlessSignedOut(error: unknown): null {
  if (error instanceof ProblemError && [401, 403, 404].includes(error.status)) return null
  throw error
}
