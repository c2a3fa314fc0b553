import type { Assignment, PanelCell, SheetOfSeat } from '../../domain/assignment'
import { slotId, type Slot } from '../../domain/mark'
import { sheetId, type SheetKey } from '../../domain/sheet'

type Mark = Assignment['marks'][number]

/** The last assignment by slot and by sheet: what counts on the server as far as this seat may know. */
export class Told {
  private readonly sheets: ReadonlyMap<string, SheetOfSeat>
  private readonly held: ReadonlyMap<string, Mark>
  private readonly claims: ReadonlyMap<string, Mark>
  private readonly panels: ReadonlyMap<string, PanelCell>

  constructor(assignment: Assignment) {
    const counts = (mark: Mark) => mark.state === 'confirmed'
    this.sheets = new Map(assignment.sheets.map((sheet) => [sheetId(sheet), sheet]))
    this.held = new Map(assignment.marks.filter(counts).map((mark) => [slotId(mark), mark]))
    this.claims = new Map(assignment.marks.filter((mark) => !counts(mark)).map((mark) => [slotId(mark), mark]))
    this.panels = new Map((assignment.panels ?? []).map((cell) => [slotId(cell), cell]))
  }

  sheet(key: SheetKey): SheetOfSeat | undefined {
    return this.sheets.get(sheetId(key))
  }

  /** What counts on a slot. */
  mark(slot: Slot): Mark | undefined {
    return this.held.get(slotId(slot))
  }

  /** What waits for the chief on a slot. */
  claim(slot: Slot): Mark | undefined {
    return this.claims.get(slotId(slot))
  }

  panel(slot: Slot): PanelCell | null {
    return this.panels.get(slotId(slot)) ?? null
  }
}
