import type { Slot } from '../../domain/mark'
import type { Api } from '../api'
import type { Kept } from '../clock/stopwatch'
import { newKey } from '../ids'
import type { MarkStore } from '../outbox/store'

/** The stopwatches of a timing seat: kept on the device by number, told to the boards. */
export class DrillClocks {
  constructor(
    private readonly assignment: string,
    private readonly discipline: string,
    private readonly store: MarkStore,
    private readonly api: Api,
  ) {}

  /** As it was kept last; null when this device never started it. */
  async kept(slot: Slot): Promise<Kept | null> {
    return (await this.store.noted<Kept>(this.name(slot))) ?? null
  }

  keep(slot: Slot, kept: Kept): Promise<void> {
    return this.store.note(this.name(slot), kept)
  }

  /** Tells the boards what the clock shows. Not a mark: without a network the boards are late, the time on the sheet is not. */
  async tell({ stage, subject }: Slot, running: boolean, shownMillis: number): Promise<void> {
    const key = newKey()
    await this.api.post(`disciplines/${this.discipline}/clock`, { key, stage, subject, running, shownMillis }, { key }).catch(() => {})
  }

  private name({ stage, subject }: Slot): string {
    return `clock:${this.assignment}:${stage}:${subject}`
  }
}
