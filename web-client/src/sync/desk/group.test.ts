import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Assignment, PanelCell, Vote } from '../../domain/assignment'
import type { Slot } from '../../domain/mark'
import { Api } from '../api'
import { newKey } from '../ids'
import { openStore } from '../outbox/store'
import { Desk } from './desk'
import { Group } from './group'
import { pairBeside, seatsBeside } from './pairing'

const slot: Slot = { stage: 'work', subject: '07', piece: 1, aspect: 'seam', attempt: 1 }
interface Sent {
  readonly key: string
  readonly value: string
  readonly reason?: string
  readonly replaces?: string
}

/** A panel of three on one device: a spread of 2 or more is marked again. */
class Panel {
  readonly sent = new Map<string, Sent[]>()
  rounds: PanelCell['rounds'] = []
  cut = false

  readonly api = new Api(async (input, init) => {
    if (this.cut) throw new TypeError('no network')
    const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
    const seat = new Headers(init?.headers).get('x-leitai-seat') ?? '1'
    if (String(input).endsWith('seat-session')) return json({ seat: { id: (JSON.parse(String(init?.body)) as { code: string }).code } }, 201)
    if (String(input).endsWith('seat/assignment')) return json(this.assignment(seat))
    const { marks } = JSON.parse(String(init?.body)) as { marks: Sent[] }
    this.sent.set(seat, [...(this.sent.get(seat) ?? []), ...marks])
    this.compare()
    return json({ serverMicros: 1, results: marks.map(({ key }) => ({ key, state: 'confirmed' })) })
  }, () => null)

  private votes(): Vote[] {
    const round = this.rounds.length
    return ['1', '2', '3'].flatMap((seat) => {
      const mark = this.sent.get(seat)?.[round]
      return mark ? [{ seat, label: seat, value: mark.value, reason: mark.reason ?? null }] : []
    })
  }

  private compare(): void {
    const votes = this.votes()
    const levels = votes.map(({ value }) => Number(value))
    const width = Math.max(...levels) - Math.min(...levels)
    if (votes.length === 3 && width > 1) this.rounds = [...this.rounds, { width: String(width), votes }]
  }

  private assignment(seat: string): Assignment {
    const votes = this.votes()
    const own = this.sent.get(seat)?.at(-1)
    const waiting = 3 - votes.length
    const again = this.rounds.length > 0 && waiting > 0
    const cell: PanelCell = { ...slot, seats: 3, waiting, votes: waiting ? [] : votes, again, fixed: waiting === 0, callsChief: false, rounds: this.rounds }
    return {
      serverMicros: 1,
      seat: { id: seat, label: seat, role: 'judge' },
      discipline: { id: 'd', contest: { zh: '' }, title: { zh: '' }, code: 'T', kind: 'skill', state: 'running' },
      stages: [{ id: 'work', title: { zh: '' }, state: 'open', identity: 'number' }],
      forms: [
        { id: 'look', stage: 'work', title: { zh: '' }, aspects: [{ id: 'seam', kind: 'judgement', title: { zh: '' }, max: '1', benchmarks: [{ zh: '' }, { zh: '' }, { zh: '' }, { zh: '' }] }] },
        ...(seat === '1' ? [{ id: 'own', stage: 'work', title: { zh: '' }, aspects: [] }] : []),
      ],
      subjects: [{ stage: 'work', number: '07' }],
      marks: own ? [{ ...slot, key: own.key, value: own.value, state: 'confirmed' }] : [],
      sheets: [{ stage: 'work', form: 'look', subject: '07', state: own ? 'complete' : 'empty' }],
      panels: own ? [cell] : [],
    }
  }
}

async function carried(panel: Panel, name = newKey()): Promise<{ group: Group; name: string }> {
  const store = await openStore(name)
  for (const seat of ['2', '3']) if (!(await seatsBeside(store)).includes(seat)) await pairBeside(panel.api, store, seat, false)
  const first = (await Desk.open(store, panel.api))!
  const others = await Promise.all((await seatsBeside(store)).map((seat) => Desk.open(store, panel.api, seat)))
  return { group: new Group([first, ...others.map((desk) => desk!)]), name }
}
const shared = (group: Group) => group.shared()[0]!
const cell = (group: Group) => group.cell(shared(group), slot)
const raise = (group: Group, ...values: string[]) => values.forEach((value, at) => group.raise(group.desks[at]!, slot, value))

async function until(group: Group, holds: () => boolean): Promise<void> {
  if (!holds()) await new Promise<void>((done) => {
    const stop = group.onChange(() => holds() && (stop(), done()))
  })
}

describe('a panel on one device', () => {
  it('shares the judged forms that several seats fill in', async () => {
    const { group } = await carried(new Panel())
    expect(group.shared().map(({ form, desks }) => [form.id, desks.length])).toEqual([['look', 3]])
  })

  it('takes the cards once all are up, each as a mark of its own seat under a key of its own', async () => {
    const panel = new Panel()
    const { group } = await carried(panel)
    raise(group, '2', '2')
    expect(cell(group)).toMatchObject({ missing: 1, mayBeSubmitted: false, width: null })
    await group.submit(shared(group), slot)
    expect(panel.sent.size).toBe(0)
    raise(group, '2', '3', '3')
    expect(cell(group)).toMatchObject({ missing: 0, mayBeSubmitted: true, width: 1 })
    await group.submit(shared(group), slot)
    await until(group, () => cell(group).columns.every(({ desk }) => desk.panel(slot)?.fixed))
    expect([...panel.sent].map(([seat, marks]) => [seat, marks.map(({ value }) => value)])).toEqual([['1', ['2']], ['2', ['3']], ['3', ['3']]])
    expect(new Set([...panel.sent.values()].flat().map(({ key }) => key)).size).toBe(3)
    expect(cell(group).columns.map(({ open, value }) => [open, value])).toEqual([[false, '2'], [false, '3'], [false, '3']])
  })

  it('keeps cards that are up, and marks without a network, also after closing the page', async () => {
    const panel = new Panel()
    const { group, name } = await carried(panel)
    raise(group, '1')
    expect(shared(group).desks.length).toBe(3)
    panel.cut = true
    raise(group, '1', '1', '2')
    await group.submit(shared(group), slot)
    const { group: back } = await carried(panel, name)
    expect(cell(back).columns.map(({ value, open, mark }) => [value, open, mark?.state])).toEqual([['1', false, 'kept'], ['1', false, 'kept'], ['2', false, 'kept']])
    expect(back.sheetState(shared(back), '07')).toBe('complete')
    panel.cut = false
    await Promise.all(back.desks.map((desk) => desk.deliver()))
    expect([...panel.sent.values()].flat().map(({ value }) => value)).toEqual(['1', '1', '2'])
  })

  it('asks every seat for a reason and a new card when they lie too far apart', async () => {
    const panel = new Panel()
    const { group } = await carried(panel)
    const asked: boolean[][] = []
    group.onChange(() => cell(group).again && asked.push(cell(group).columns.map(({ open }) => open)))
    raise(group, '0', '2', '2')
    await group.submit(shared(group), slot)
    await until(group, () => cell(group).again)
    expect(asked[0]).toEqual([true, true, true])
    expect(cell(group)).toMatchObject({ missing: 3, mayBeSubmitted: false })
    expect(cell(group).columns.map(({ value }) => value)).toEqual([null, null, null])
    raise(group, '1', '2', '2')
    expect(cell(group).mayBeSubmitted).toBe(false)
    group.desks.forEach((desk, at) => group.giveReason(desk, slot, `reason ${at + 1}`))
    expect(cell(group).mayBeSubmitted).toBe(true)
    await group.submit(shared(group), slot)
    await until(group, () => cell(group).panel?.fixed === true)
    expect([...panel.sent.values()].map((marks) => marks.map(({ reason }) => reason ?? ''))).toEqual([['', 'reason 1'], ['', 'reason 2'], ['', 'reason 3']])
    expect(panel.sent.get('1')![1]!.replaces).toBe(panel.sent.get('1')![0]!.key)
  })

  it('marks nothing to judge at all seats alike', async () => {
    const panel = new Panel()
    const { group } = await carried(panel)
    await group.absent(shared(group), slot, 'absent:not-done')
    expect(group.desks.map((desk) => desk.shown(slot)?.value)).toEqual(['absent:not-done', 'absent:not-done', 'absent:not-done'])
  })
})
