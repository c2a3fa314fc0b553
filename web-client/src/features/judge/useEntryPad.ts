import { computed, inject, onScopeDispose, provide, reactive, ref, shallowRef, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { Measured } from '../../domain/assignment'
import { slotId, type Slot } from '../../domain/mark'
import { complaint, typedFixed, type Complaint } from '../../domain/value'
import { boxesOf, mayStayEmpty, numberOf, textIn, valueOf, type Box } from './boxes'
import { useDeskView } from './useDesk'

export interface EntryPad {
  readonly boxes: ComputedRef<readonly Box[]>
  readonly active: Ref<string | null>
  readonly activeBox: ComputedRef<Box | null>
  /** Digits alone: 9-3-6 is 9.36 where two decimals are asked for. */
  readonly fixedPoint: Ref<boolean>
  textOf(box: Box): string
  isDraft(box: Box): boolean
  problemOf(box: Box): Complaint | null
  /** What is in the boxes of an aspect now, typed or marked. */
  inputsOf(aspect: Measured, slot: Slot): Map<string, string>
  /** A level with a band that was chosen and waits for its points. */
  picked(slot: Slot): string | null
  pick(slot: Slot, level: string | null): void
  activate(box: Box): void
  press(key: string): void
  /** Keeps what is complete and goes to the next box, at once: what is typed after it is meant for that box. */
  next(): void
  undo(): void
  /** Empties a box that is being typed in, to be typed once more. */
  clear(box: Box): void
}

const PAD: InjectionKey<EntryPad> = Symbol('pad')
const LONGEST = 12

export function useEntryPad(): EntryPad {
  const pad = inject(PAD)
  if (!pad) throw new Error('there is no pad above this component')
  return pad
}

/** Typing into the boxes of a pane: digits, undo, next; drafts survive leaving. */
export function provideEntryPad(boxes: ComputedRef<readonly Box[]>, commitOnLeave: () => boolean): EntryPad {
  const { desk, version } = useDeskView()
  const { drafts } = desk
  const typing = shallowRef(0)
  onScopeDispose(drafts.onChange(() => typing.value++))
  const problems = reactive<Record<string, Complaint>>({})
  const fixedPoint = ref(false)
  const levels = reactive<Record<string, string>>({})
  const active = ref<string | null>(null)
  const activeBox = computed(() => boxes.value.find((box) => box.id === active.value) ?? null)
  const marked = (box: Box): string => (void version.value, textIn(box, desk.shown(box.slot)?.value))
  const draftOf = (box: Box) => (void typing.value, drafts.of(box.id))
  const textOf = (box: Box) => draftOf(box) ?? marked(box)

  function set(box: Box, text: string): void {
    drafts.type(box.id, text.slice(0, LONGEST))
    delete problems[box.id]
  }

  function inputsOf(aspect: Measured, slot: Slot): Map<string, string> {
    return new Map(boxesOf(aspect, slot).map((box) => [box.input, textOf(box)] as const).filter(([, text]) => text !== ''))
  }

  /**
   * Keeps the mark when every value of the aspect is there and right; says what is wrong otherwise. It waits for no disk: keys go
   * on being pressed meanwhile.
   */
  function commit(box: Box): boolean {
    const before = desk.shown(box.slot)?.value ?? ''
    const all = box.aspect.kind === 'choice' ? [box] : boxesOf(box.aspect, box.slot, before)
    const siblings = all.filter((one) => !mayStayEmpty(one) || textOf(one) !== '')
    if (!siblings.some((one) => drafts.has(one.id))) return true
    const numbers = new Map(siblings.map((one) => [one.input, numberOf(one, textOf(one))]))
    const wrong = siblings.map((one) => ({ one, fault: complaint(numbers.get(one.input) ?? '', one.range) })).filter(({ fault }) => fault)
    for (const { one, fault } of wrong) if (fault && (fault.code !== 'empty' || one.id === box.id)) problems[one.id] = fault
    if (wrong.length > 0) return wrong.every(({ one, fault }) => fault?.code === 'empty' && one.id !== box.id)
    const kept = desk.mark(box.slot, valueOf(box.aspect, numbers, before))
    drafts.settle(siblings.map((one) => one.id), kept)
    delete levels[slotId(box.slot)]
    return true
  }

  const pad: EntryPad = {
    boxes,
    active,
    activeBox,
    fixedPoint,
    textOf,
    isDraft: (box) => draftOf(box) !== undefined,
    problemOf: (box) => problems[box.id] ?? null,
    inputsOf,
    picked: (slot) => levels[slotId(slot)] ?? null,
    pick(slot, level) {
      if (level === null) delete levels[slotId(slot)]
      else levels[slotId(slot)] = level
    },
    activate(box) {
      const left = activeBox.value
      if (left && left.id !== box.id && commitOnLeave()) commit(left)
      active.value = box.id
    },
    press(key) {
      const box = activeBox.value
      if (!box) return
      // What was complained about is not gone on with: the next digit begins anew.
      const typed = problems[box.id] && key !== 'back' ? undefined : drafts.of(box.id)
      const decimals = box.range.decimals ?? 0
      if (fixedPoint.value && decimals > 0 && /^(\d|back)$/.test(key)) set(box, typedFixed(typed ?? '', key, decimals))
      else if (key === 'back') set(box, (typed ?? marked(box)).slice(0, -1))
      else if (key === 'clear') set(box, '')
      else if (key === '-') set(box, (typed ?? '').startsWith('-') ? typed!.slice(1) : `-${typed ?? ''}`)
      else if (key !== '.' || !(typed ?? '').includes('.')) set(box, (typed ?? '') + key)
    },
    next() {
      const box = activeBox.value
      if (!box || !commit(box)) return
      const at = boxes.value.findIndex((one) => one.id === box.id)
      active.value = (boxes.value[at + 1] ?? box).id
    },
    clear: (box) => set(box, ''),
    undo() {
      const box = activeBox.value
      if (!box) return
      drafts.drop(box.id)
      delete problems[box.id]
    },
  }
  provide(PAD, pad)
  return pad
}
