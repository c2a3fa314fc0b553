import { computed, inject, provide, reactive, ref, watch, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { Aspect, Measured, Range } from '../../domain/assignment'
import { isTally } from '../../domain/assignment'
import { canonical } from '../../domain/decimal'
import { slotId, type Slot } from '../../domain/mark'
import { secondsOf } from '../../domain/time'
import { complaint, isAbsent, printMeasures, rangeOf, readMeasures, type Complaint } from '../../domain/value'
import { useDeskView } from './useDesk'

/** One box that takes a number. An aspect has one, a measurement with several values has one for each. */
export interface Box {
  readonly id: string
  readonly slot: Slot
  readonly aspect: Aspect
  readonly input: string
  readonly range: Range
}

export interface EntryPad {
  readonly boxes: ComputedRef<readonly Box[]>
  readonly active: Ref<string | null>
  readonly activeBox: ComputedRef<Box | null>
  textOf(box: Box): string
  isDraft(box: Box): boolean
  problemOf(box: Box): Complaint | null
  /** What is in the boxes of an aspect now, typed or marked. */
  inputsOf(aspect: Measured, slot: Slot): Map<string, string>
  activate(box: Box): void
  press(key: string): void
  next(): Promise<void>
  undo(): void
}

const PAD: InjectionKey<EntryPad> = Symbol('pad')
const LONGEST = 12

export function boxesOf(aspect: Aspect, slot: Slot): Box[] {
  const box = (input: string, range: Range): Box => ({ id: `${slotId(slot)}#${input}`, slot, aspect, input, range })
  if (isTally(aspect)) return []
  if (aspect.kind === 'measured') return (aspect as Measured).inputs.map((input) => box(input.id, input.range))
  if (aspect.kind === 'time') return [box('', (aspect as { range?: Range }).range ?? {})]
  const range = rangeOf(aspect)
  return range ? [box('', range)] : []
}

export function useEntryPad(): EntryPad {
  const pad = inject(PAD)
  if (!pad) throw new Error('there is no pad above this component')
  return pad
}

/** Typing into the boxes of a pane: digits, undo, next; drafts survive leaving. */
export function provideEntryPad(boxes: ComputedRef<readonly Box[]>, commitOnLeave: () => boolean): EntryPad {
  const { desk, version } = useDeskView()
  const drafts = reactive<Record<string, string>>({})
  const problems = reactive<Record<string, Complaint>>({})
  const active = ref<string | null>(null)
  const activeBox = computed(() => boxes.value.find((box) => box.id === active.value) ?? null)
  void desk.drafts().then((kept) => Object.assign(drafts, { ...kept, ...drafts }))
  watch(drafts, () => void desk.keepDrafts({ ...drafts }), { deep: true })

  function marked(box: Box): string {
    void version.value
    const value = desk.shown(box.slot)?.value
    if (value === undefined || isAbsent(value)) return ''
    if (box.aspect.kind === 'measured') return readMeasures(box.aspect as Measured, value).get(box.input) ?? ''
    return value
  }
  const textOf = (box: Box) => drafts[box.id] ?? marked(box)

  function set(box: Box, text: string): void {
    drafts[box.id] = text.slice(0, LONGEST)
    delete problems[box.id]
  }

  function inputsOf(aspect: Measured, slot: Slot): Map<string, string> {
    return new Map(boxesOf(aspect, slot).map((box) => [box.input, textOf(box)] as const).filter(([, text]) => text !== ''))
  }

  /** Keeps the mark when every value of the aspect is there and right; says what is wrong otherwise. */
  async function commit(box: Box): Promise<boolean> {
    const siblings = boxesOf(box.aspect, box.slot)
    if (!siblings.some((one) => one.id in drafts)) return true
    const numbers = new Map(siblings.map((one) => [one.input, numberOf(one, textOf(one))]))
    const wrong = siblings.map((one) => ({ one, fault: complaint(numbers.get(one.input) ?? '', one.range) })).filter(({ fault }) => fault)
    for (const { one, fault } of wrong) if (fault && (fault.code !== 'empty' || one.id === box.id)) problems[one.id] = fault
    if (wrong.length > 0) return wrong.every(({ one, fault }) => fault?.code === 'empty' && one.id !== box.id)
    const value = box.aspect.kind === 'measured' ? printMeasures(box.aspect as Measured, numbers) : canonical(numbers.get('') ?? '')
    await desk.mark(box.slot, value)
    for (const one of siblings) delete drafts[one.id]
    return true
  }

  const pad: EntryPad = {
    boxes,
    active,
    activeBox,
    textOf,
    isDraft: (box) => box.id in drafts,
    problemOf: (box) => problems[box.id] ?? null,
    inputsOf,
    activate(box) {
      const left = activeBox.value
      if (left && left.id !== box.id && commitOnLeave()) void commit(left)
      active.value = box.id
    },
    press(key) {
      const box = activeBox.value
      if (!box) return
      const typed = drafts[box.id]
      if (key === 'back') set(box, (typed ?? marked(box)).slice(0, -1))
      else if (key === 'clear') set(box, '')
      else if (key === '-') set(box, (typed ?? '').startsWith('-') ? typed!.slice(1) : `-${typed ?? ''}`)
      else if (key !== '.' || !(typed ?? '').includes('.')) set(box, (typed ?? '') + key)
    },
    async next() {
      const box = activeBox.value
      if (!box || !(await commit(box))) return
      const at = boxes.value.findIndex((one) => one.id === box.id)
      active.value = (boxes.value[at + 1] ?? box).id
    },
    undo() {
      const box = activeBox.value
      if (!box) return
      delete drafts[box.id]
      delete problems[box.id]
    },
  }
  provide(PAD, pad)
  return pad
}

function numberOf(box: Box, text: string): string {
  if (box.aspect.kind !== 'time') return text.replace(/\.$/, '')
  return secondsOf(text) ?? text
}
