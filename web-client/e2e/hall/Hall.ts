import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { expect, request, type APIRequestContext } from '@playwright/test'

export interface SeatWish {
  readonly label: string
  readonly role?: 'judge' | 'chief-judge' | 'timekeeper' | 'scorer'
  readonly forms?: readonly { readonly stage: string; readonly form: string }[]
}

/** A seat with what its card says. */
export interface SeatCard {
  readonly id: string
  readonly label: string
  readonly code: string
  readonly pin: string
}

export interface FieldWish {
  /** File beside this one, or the id of a rulebook of the library. */
  readonly rulebook: string
  readonly entries: readonly string[]
  readonly seats: readonly SeatWish[]
  /** Of all entries, where the rulebook has divisions. */
  readonly division?: string
  readonly open?: readonly string[]
  /** First and last of the contest; one day in the past when not said. */
  readonly days?: readonly [string, string]
}

const ORGANISER = { login: process.env['LEITAI_E2E_LOGIN'] ?? '', password: process.env['LEITAI_E2E_PASSWORD'] ?? '' }
const DAY = '2026-11-23'

/** The organiser's work that a journey of judges takes for granted, done through the public API. */
export class Hall {
  static readonly hasOrganiser = ORGANISER.password !== ''

  private constructor(
    private readonly api: APIRequestContext,
    private readonly csrf: string,
  ) {}

  static async open(): Promise<Hall> {
    // The host name of the journeys is known to the browser only; this is the same program.
    const address = new URL(process.env['LEITAI_E2E_HTTP']!)
    address.hostname = '127.0.0.1'
    const api = await request.newContext({ baseURL: address.href })
    const answer = await api.post('/api/v1/session', { data: ORGANISER, headers: { 'idempotency-key': randomUUID() } })
    expect(answer.status(), await answer.text()).toBe(201)
    return new Hall(api, ((await answer.json()) as { csrf: string }).csrf)
  }

  async close(): Promise<void> {
    await this.api.dispose()
  }

  /** A contest of its own with one discipline, drawn, seated and opened. */
  async field(wish: FieldWish): Promise<Field> {
    const contest = await this.post<{ id: string }>('contests', {
      title: { zh: `示例竞赛 ${randomUUID().slice(0, 4)}`, en: 'Sample contest' }, level: 'city', firstDay: wish.days?.[0] ?? DAY, lastDay: wish.days?.[1] ?? DAY,
    })
    const book = wish.rulebook.endsWith('.yaml')
      ? { rulebookYaml: readFileSync(new URL(`./${wish.rulebook}`, import.meta.url), 'utf8') }
      : { rulebook: wish.rulebook }
    const { id } = await this.post<{ id: string }>(`contests/${contest.id}/disciplines`, { code: 'T', titleZh: '示例赛项', titleEn: 'Sample discipline', ...book })
    for (const name of wish.entries)
      await this.post(`contests/${contest.id}/entries`, { discipline: id, name, unit: '任城示例机械厂', delegation: '任城区', ...(wish.division ? { division: wish.division } : {}) })
    await this.post(`disciplines/${id}/draw-order`, { seed: 'journey' })
    const seats: SeatCard[] = []
    for (const seat of wish.seats) seats.push(await this.seat(id, seat))
    const field = new Field(this, contest.id, id, seats)
    for (const stage of wish.open ?? []) await field.openStage(stage)
    return field
  }

  /** An account of its own with a role in the contest. */
  async appoint(contest: string, role: string): Promise<{ login: string; password: string }> {
    const login = `${role}-${randomUUID().slice(0, 8)}`
    const password = `journey-${randomUUID()}`
    const { id } = await this.post<{ id: string }>('accounts', { login, password, name: `示例 ${role}` })
    await this.post(`contests/${contest}/roles`, { account: id, role })
    return { login, password }
  }

  private async seat(discipline: string, { label, role = 'judge', forms = [] }: SeatWish): Promise<SeatCard> {
    const { id } = await this.post<{ id: string }>(`disciplines/${discipline}/seats`, { label, role, forms })
    await this.post(`disciplines/${discipline}/seats/${id}/fill`, { name: `示例裁判${label}` })
    const { code, pin } = await this.post<{ code: string; pin: string }>(`disciplines/${discipline}/seats/${id}/card`, {})
    return { id, label, code, pin }
  }

  async post<T = unknown>(path: string, data: unknown): Promise<T> {
    const answer = await this.api.post(`/api/v1/${path}`, { data, headers: { 'x-csrf-token': this.csrf, 'idempotency-key': randomUUID() } })
    const text = await answer.text()
    expect(answer.ok(), `${path}: ${text}`).toBe(true)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.api.get(`/api/v1/${path}`)
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }
}

/** One discipline of a journey. */
export class Field {
  constructor(
    private readonly hall: Hall,
    readonly contest: string,
    readonly id: string,
    private readonly seats: readonly SeatCard[],
  ) {}

  seat(label: string): SeatCard {
    return this.seats.find((seat) => seat.label === label)!
  }

  /** Where the console has it. */
  get base(): string {
    return `/console/c/${this.contest}/d/${this.id}`
  }

  publish(): Promise<unknown> {
    return this.hall.post(`contests/${this.contest}/publish`, {})
  }

  appoint(role: string): Promise<{ login: string; password: string }> {
    return this.hall.appoint(this.contest, role)
  }

  openStage(stage: string): Promise<unknown> {
    return this.hall.post(`disciplines/${this.id}/stages/${stage}/open`, {})
  }

  closeStage(stage: string): Promise<unknown> {
    return this.hall.post(`disciplines/${this.id}/stages/${stage}/close`, { despiteUnsigned: true })
  }

  lock(): Promise<unknown> {
    return this.hall.post(`disciplines/${this.id}/lock`, {})
  }

  results(): Promise<{ rows: { name: string; rank?: number; total?: string }[] }> {
    return this.hall.get(`disciplines/${this.id}/results`)
  }

  /** An entry does not compete any more; `place` is its number in stages that are not sealed. */
  async dropOut(place: string, status: 'dns' | 'dnf' | 'dsq'): Promise<unknown> {
    const { order } = await this.hall.get<{ order: { entry: string; place: string }[] }>(`disciplines/${this.id}/draw-order`)
    const { entry } = order.find((one) => one.place === place)!
    return this.hall.post(`disciplines/${this.id}/entries/${entry}/status`, { status, reason: '示例' })
  }

  moveCursor(stage: string, subject: string): Promise<unknown> {
    return this.hall.post(`disciplines/${this.id}/cursor`, { stage, subject })
  }

  /** The recorded history of the discipline's marks, as an auditor reads it. */
  progress(): Promise<{ sheets: { subject: string; form: string; seat: string; state: string; marked: number }[] }> {
    return this.hall.get(`disciplines/${this.id}/progress`)
  }
}
