import type { Assignment, CosignerKind } from '../../domain/assignment'
import type { SheetKey } from '../../domain/sheet'
import type { Api } from '../api'
import { newKey } from '../ids'

/** Signing beside this seat's judge: on this tablet, with the network. */
export class Cosigning {
  private readonly base: string
  private readonly seat: string

  constructor(assignment: Assignment, private readonly api: Api) {
    this.base = `disciplines/${assignment.discipline.id}/sheets`
    this.seat = assignment.seat.id
  }

  /** With the PIN of that seat. */
  byPin(sheet: SheetKey, by: CosignerKind, cosigner: string, pin: string, seat = this.seat): Promise<unknown> {
    return this.post('cosign', sheet, { by, cosigner, pin, seat })
  }

  onPaper(sheet: SheetKey, by: CosignerKind): Promise<unknown> {
    return this.post('cosign', sheet, { by, seat: this.seat })
  }

  refused(sheet: SheetKey, by: CosignerKind, reason: string): Promise<unknown> {
    return this.post('refuse', sheet, { by, reason, seat: this.seat })
  }

  private post(what: string, { stage, form, subject }: SheetKey, more: Readonly<Record<string, string>>): Promise<unknown> {
    const key = newKey()
    return this.api.post(`${this.base}/${what}`, { key, stage, form, subject, ...more }, { key })
  }
}
