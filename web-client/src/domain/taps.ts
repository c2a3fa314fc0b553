import { isTally, type Aspect, type TallyItem } from './assignment'
import { compare, minus } from './decimal'
import { slotId, type KeptMark, type Slot } from './mark'
import { isAbsent, pairs } from './value'

/** One tap on a deduction: what changed between a mark and the one that it replaced. */
export interface Tap {
  readonly key: string
  readonly slot: Slot
  readonly item: TallyItem
  /** Positive for one more, negative for one taken back. */
  readonly by: string
  readonly actMicros: number
}

/** The taps that marks of tallies stand for, oldest first. Marks of other aspects are none. */
export function tapsOf(marks: readonly KeptMark[], aspects: ReadonlyMap<string, Aspect>): Tap[] {
  const before = new Map<string, ReadonlyMap<string, string>>()
  const taps: Tap[] = []
  for (const mark of [...marks].sort((a, b) => a.order - b.order)) {
    const aspect = aspects.get(mark.aspect)
    if (!aspect || !isTally(aspect) || mark.state === 'refused') continue
    const now = pairs(isAbsent(mark.value) ? '' : mark.value)
    const then = before.get(slotId(mark)) ?? new Map<string, string>()
    for (const item of aspect.items) {
      const by = minus(now.get(item.id) ?? '0', then.get(item.id) ?? '0')
      if (compare(by, '0') !== 0) taps.push({ key: mark.key, slot: mark, item, by, actMicros: mark.actMicros })
    }
    before.set(slotId(mark), now)
  }
  return taps
}
