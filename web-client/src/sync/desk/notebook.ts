import type { SheetOfSeat } from '../../domain/assignment'
import { sheetId, type SheetKey } from '../../domain/sheet'
import { ProblemError, type Api } from '../api'
import type { ClockReading } from '../clock/seatClock'
import { newKey } from '../ids'
import type { MarkStore } from '../outbox/store'

/** A note on this device; without a code it waits to be sent. */
export interface KeptNote extends SheetKey {
  readonly key: string
  readonly text: string
  /** When it was begun, by the device's clock. */
  readonly actMicros: number
  /** Why the server did not take it. */
  readonly code?: string
}

/**
 * Notes of one seat: kept on the device first, sent under their own keys, dropped here once the assignment holds them.
 * A note that the server refuses stays to be read.
 */
export class Notebook {
  private notes: readonly KeptNote[] = []
  private readonly opened: Promise<void>
  private sending = false

  constructor(
    private readonly assignment: string,
    private readonly discipline: string,
    private readonly store: MarkStore,
    private readonly api: Api,
    private readonly changed: () => void,
  ) {
    this.opened = store.noted<readonly KeptNote[]>(this.name).then((kept) => void (this.notes = kept ?? []))
  }

  of(key: SheetKey): readonly KeptNote[] {
    return this.notes.filter((note) => sheetId(note) === sheetId(key))
  }

  async keep({ stage, form, subject }: SheetKey, text: string, actMicros: number): Promise<void> {
    await this.opened
    await this.write([...this.notes, { stage, form, subject, text, actMicros, key: newKey() }])
  }

  /** Sends what waits, oldest first; without an answer the rest goes with the next look. */
  async send(clock: ClockReading | null): Promise<void> {
    await this.opened
    if (this.sending) return
    this.sending = true
    try {
      for (const note of this.notes.filter((one) => one.code === undefined)) await this.post(note, clock)
    } catch {
      // no answer: the notes are on the device
    } finally {
      this.sending = false
    }
  }

  /** What the assignment holds need not be kept here. */
  async settle(sheets: readonly SheetOfSeat[]): Promise<void> {
    await this.opened
    const delivered = new Set(sheets.flatMap((sheet) => sheet.notes ?? []).map((note) => note.key))
    if (this.notes.some((note) => delivered.has(note.key))) await this.write(this.notes.filter((note) => !delivered.has(note.key)))
  }

  /** What was begun on a sheet and not kept yet. */
  async draft(name: string): Promise<{ text: string; actMicros: number } | null> {
    const draft = await this.store.noted<{ text: string; actMicros: number }>(name)
    return draft && draft.text !== '' ? draft : null
  }

  keepDraft(name: string, draft: { text: string; actMicros: number }): Promise<void> {
    return this.store.note(name, draft)
  }

  private async post({ key, stage, form, subject, text, actMicros }: KeptNote, clock: ClockReading | null): Promise<void> {
    try {
      await this.api.post(`disciplines/${this.discipline}/sheets/notes`, { key, stage, form, subject, text, actMicros, ...(clock ? { clock } : {}) }, { key })
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500 || error.status === 401 || error.status === 403) throw error
      await this.write(this.notes.map((one) => (one.key === key ? { ...one, code: error.code } : one)))
    }
  }

  private async write(notes: readonly KeptNote[]): Promise<void> {
    this.notes = notes
    this.changed()
    await this.store.note(this.name, notes)
    this.changed()
  }

  private get name(): string {
    return `notes:${this.assignment}`
  }
}
