import { currentOf, slotId, type KeptMark, type MarkResult, type Slot } from '../../domain/mark'
import { newKey } from '../ids'
import type { MarkStore } from './store'

/** A current mark as the server tells it with the assignment. */
export interface ServerMark extends Slot {
  readonly key: string
  readonly value: string
  readonly state: string
}

/**
 * The marks of one seat's assignment on this device. A mark is written to the device first and sent afterwards; chains made
 * offline are in order by themselves, because each mark names the key of the one that it replaces.
 */
export class Outbox {
  private readonly bySlot = new Map<string, KeptMark[]>()
  private order = 0
  private readonly listeners = new Set<() => void>()

  private constructor(
    readonly assignment: string,
    private readonly store: MarkStore,
  ) {}

  static async open(assignment: string, store: MarkStore): Promise<Outbox> {
    const outbox = new Outbox(assignment, store)
    for (const mark of (await store.of(assignment)).sort((a, b) => a.order - b.order)) outbox.place(mark)
    return outbox
  }

  get durable(): boolean {
    return this.store.durable
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  all(): KeptMark[] {
    return [...this.bySlot.values()].flat().sort((a, b) => a.order - b.order)
  }

  current(slot: Slot): KeptMark | null {
    return currentOf(this.bySlot.get(slotId(slot)) ?? [])
  }

  knows(key: string): boolean {
    return this.all().some((mark) => mark.key === key)
  }

  /** Whether a mark made here goes on from that one. */
  buildsOn(slot: Slot, key: string): boolean {
    return (this.bySlot.get(slotId(slot)) ?? []).some((mark) => mark.replaces === key && mark.state !== 'refused' && mark.state !== 'rejected')
  }

  /** The newest mark of a slot, refused or not: what its line on the screen speaks of. */
  newest(slot: Slot): KeptMark | null {
    return this.bySlot.get(slotId(slot))?.at(-1) ?? null
  }

  /** Keeps a mark that replaces what the judge saw; when the promise is fulfilled it is on the device. */
  async keep(slot: Slot, value: string, actMicros: number, replaces: string | null = this.current(slot)?.key ?? null, reason = ''): Promise<KeptMark> {
    const mark: KeptMark = {
      ...pick(slot),
      key: newKey(),
      assignment: this.assignment,
      order: ++this.order,
      replaces,
      value,
      ...(reason ? { reason } : {}),
      actMicros,
      state: 'kept',
    }
    this.place(mark)
    this.tell() // at once: a second tap builds on this one, however long the disk takes
    await this.store.put(mark)
    this.tell()
    return mark
  }

  /** What may be sent now, oldest first: of each slot the oldest unsent mark, so that a slot's marks arrive in order. */
  due(limit: number): KeptMark[] {
    const heads = [...this.bySlot.values()].map((marks) => marks.find((mark) => mark.state === 'kept'))
    return heads.filter((mark) => mark !== undefined).sort((a, b) => a.order - b.order).slice(0, limit)
  }

  /** Slots whose last mark was refused: the judge has to look at them. */
  refused(): number {
    return [...this.bySlot.values()].filter((marks) => marks.at(-1)?.state === 'refused').length
  }

  unsent(): number {
    return this.all().filter((mark) => mark.state === 'kept').length
  }

  async answer(result: MarkResult): Promise<void> {
    const mark = this.all().find((one) => one.key === result.key)
    if (!mark || mark.state !== 'kept') return
    const { code, detail } = result
    await this.replace({ ...mark, state: result.state, ...(code ? { code } : {}), ...(detail ? { detail } : {}) })
    if (result.state === 'refused') await this.rebase(mark)
    this.tell()
  }

  /** Marks made after a refused one go on from what the refused one wanted to replace. */
  private async rebase(refused: KeptMark): Promise<void> {
    for (const mark of this.bySlot.get(slotId(refused)) ?? [])
      if (mark.replaces === refused.key && mark.state === 'kept') await this.replace({ ...mark, replaces: refused.replaces })
  }

  /** Keys of the marks that the server has answered, whatever it said. */
  answered(): ReadonlySet<string> {
    return new Set(this.all().filter((mark) => mark.state !== 'kept').map((mark) => mark.key))
  }

  /**
   * Compares with what the server holds. After a restore from a backup it may have lost marks that it had confirmed:
   * they are offered again under their own keys. Where another device went on, this one's are left as they are.
   *
   * @param answered what had been answered when the server was asked: of later marks its answer cannot know
   */
  async reconcile(server: readonly ServerMark[], sealed: (slot: Slot) => boolean, answered = this.answered()): Promise<void> {
    const held = new Map<string, Map<string, string>>()
    for (const mark of server) held.set(slotId(mark), (held.get(slotId(mark)) ?? new Map<string, string>()).set(mark.key, mark.state))
    for (const [id, marks] of this.bySlot) {
      const theirs = held.get(id) ?? new Map<string, string>()
      await this.settle(marks.filter((mark) => answered.has(mark.key)), theirs)
      if (sealed(marks[0]!)) continue
      const at = marks.findLastIndex((mark) => theirs.has(mark.key))
      if (theirs.size > 0 && at < 0) continue
      for (const mark of marks.slice(at + 1)) if (mark.state === 'confirmed' && answered.has(mark.key)) await this.replace({ ...mark, state: 'kept' })
    }
    this.tell()
  }

  /** Claims come to an end by the chief's word: accepted ones count then, those that are no longer named were decided against. */
  private async settle(marks: readonly KeptMark[], theirs: ReadonlyMap<string, string>): Promise<void> {
    for (const mark of marks) {
      const now = theirs.get(mark.key)
      if (now !== undefined && isState(now) && mark.state !== 'kept' && mark.state !== now) await this.replace({ ...mark, state: now })
      if (now !== undefined || (mark.state !== 'disputed' && mark.state !== 'late')) continue
      // A dispute has a counting value beside it; without one the server came back without both, and hears of this again.
      await this.replace({ ...mark, state: mark.state === 'disputed' && theirs.size === 0 ? 'kept' : 'rejected' })
    }
  }

  /** A sheet is sealed: its acknowledged marks need no longer be kept here. */
  async release(sealed: (slot: Slot) => boolean): Promise<void> {
    const keys: string[] = []
    for (const [id, marks] of [...this.bySlot]) {
      if (!sealed(marks[0]!) || marks.some((mark) => mark.state === 'kept')) continue
      keys.push(...marks.map((mark) => mark.key))
      this.bySlot.delete(id)
    }
    await this.store.remove(keys)
    this.tell()
  }

  private place(mark: KeptMark): void {
    const id = slotId(mark)
    this.bySlot.set(id, [...(this.bySlot.get(id) ?? []), mark])
    this.order = Math.max(this.order, mark.order)
  }

  private async replace(mark: KeptMark): Promise<void> {
    const id = slotId(mark)
    this.bySlot.set(id, (this.bySlot.get(id) ?? []).map((one) => (one.key === mark.key ? mark : one)))
    await this.store.put(mark)
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

const isState = (state: string): state is 'confirmed' | 'disputed' | 'late' => ['confirmed', 'disputed', 'late'].includes(state)

const pick = ({ stage, subject, piece, aspect, attempt }: Slot): Slot => ({ stage, subject, piece, aspect, attempt })
