// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { computed, h } from 'vue'
import type { Assignment, Aspect, Measured } from '../../domain/assignment'
import type { KeptMark, Slot } from '../../domain/mark'
import { Api } from '../../sync/api'
import { Desk } from '../../sync/desk/desk'
import { MemoryStore } from '../../sync/outbox/store'
import { boxesOf } from './boxes'
import { provideDesk } from './useDesk'
import { provideEntryPad, type EntryPad } from './useEntryPad'

const height = { id: 'height', kind: 'measured', title: { zh: '余高' }, max: '16', inputs: [{ id: 'value', range: { min: '-10', max: '20', decimals: 1 } }], grades: [] } as unknown as Measured
const undercut = { id: 'undercut', kind: 'measured', title: { zh: '咬边' }, max: '20', inputs: [{ id: 'depth', range: { min: '0', max: '10', decimals: 2 } }, { id: 'length', range: { min: '0', max: '500', decimals: 1 } }], grades: [] } as unknown as Measured
const slot = (aspect: Aspect): Slot => ({ stage: 'work', subject: '07', piece: 1, aspect: aspect.id, attempt: 1 })

/** A disk that writes a mark only when it is told to; the judge goes on typing meanwhile. */
class SlowDisk extends MemoryStore {
  private readonly waiting: (() => void)[] = []

  override async put(mark: KeptMark): Promise<void> {
    await new Promise<void>((written) => this.waiting.push(written))
    await super.put(mark)
  }

  async write(): Promise<void> {
    while (this.waiting.length > 0) {
      this.waiting.shift()!()
      await new Promise((later) => setTimeout(later))
    }
  }
}

const assignment: Assignment = {
  serverMicros: 1,
  seat: { id: 's', label: '1', role: 'judge' },
  discipline: { id: 'd', contest: { zh: '' }, title: { zh: '' }, code: 'T', kind: 'skill', state: 'running' },
  stages: [{ id: 'work', title: { zh: '' }, state: 'open', identity: 'number' }],
  forms: [{ id: 'plate', stage: 'work', title: { zh: '' }, aspects: [height, undercut] }],
  subjects: [{ stage: 'work', number: '07' }],
  marks: [],
  sheets: [],
}
/** Tells the assignment once; after that the network is gone. */
function apiGoingOffline(): Api {
  let asked = 0
  return new Api(async () => {
    if (asked++ > 0) throw new TypeError('no network')
    return new Response(JSON.stringify(assignment), { headers: { 'content-type': 'application/json' } })
  }, () => null)
}

async function at(disk: SlowDisk): Promise<{ desk: Desk; pad: EntryPad; leave: () => void }> {
  const desk = (await Desk.open(disk, apiGoingOffline()))!
  let pad!: EntryPad
  const boxes = computed(() => [height, undercut].flatMap((aspect) => boxesOf(aspect, slot(aspect))))
  const Pane = { setup: () => ((pad = provideEntryPad(boxes, () => true)), () => null) }
  const page = mount({ setup: () => (provideDesk(desk), () => h(Pane)) })
  pad.activate(boxes.value[0]!)
  return { desk, pad, leave: () => page.unmount() }
}

const type = (pad: EntryPad, text: string) => {
  for (const key of text) if (key === '⏎') pad.next()
    else pad.press(key)
}

describe('a judge who types faster than the device writes', () => {
  it('has each value in the box it was meant for', async () => {
    const disk = new SlowDisk()
    const { desk, pad } = await at(disk)
    type(pad, '2.5⏎0.4⏎12⏎')
    expect([height, undercut].map((aspect) => desk.shown(slot(aspect))?.value)).toEqual(['2.5', 'depth=0.4 length=12'])
    await disk.write()
    expect([height, undercut].map((aspect) => desk.shown(slot(aspect))?.value)).toEqual(['2.5', 'depth=0.4 length=12'])
    expect(pad.boxes.value.filter((box) => pad.isDraft(box))).toEqual([])
  })

  it('keeps what is typed into a box again while its mark is being written', async () => {
    const disk = new SlowDisk()
    const { desk, pad } = await at(disk)
    type(pad, '2.5⏎')
    pad.activate(pad.boxes.value[0]!)
    type(pad, '3.')
    await disk.write()
    expect(pad.textOf(pad.boxes.value[0]!)).toBe('3.')
    expect(desk.shown(slot(height))?.value).toBe('2.5')
  })

  it('finds the text on the device until its mark is there, also after the page was closed in between', async () => {
    const disk = new SlowDisk()
    const first = await at(disk)
    type(first.pad, '2.5⏎0.4')
    first.leave()
    const again = await at(disk)
    expect(again.pad.textOf(again.pad.boxes.value[0]!)).toBe('2.5')
    expect(again.pad.textOf(again.pad.boxes.value[1]!)).toBe('0.4')
  })

  it('begins anew after a complaint, so that 21 over a limit of 20 does not become 215', async () => {
    const { desk, pad } = await at(new SlowDisk())
    type(pad, '21⏎')
    expect(pad.problemOf(pad.boxes.value[0]!)).toMatchObject({ code: 'too-large' })
    type(pad, '15⏎')
    expect(desk.shown(slot(height))?.value).toBe('15')
  })

  it('meets no old text over a newer mark after leaving the pane and coming back', async () => {
    const disk = new SlowDisk()
    const { pad, leave } = await at(disk)
    type(pad, '2.5⏎')
    leave()
    await disk.write()
    expect(await disk.noted('drafts:d:s')).toEqual({})
  })
})
