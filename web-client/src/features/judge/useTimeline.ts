import { computed, type ComputedRef } from 'vue'
import { isTally, type Form } from '../../domain/assignment'
import { slotId } from '../../domain/mark'
import { slotsOf } from '../../domain/sheet'
import { tapsOf } from '../../domain/taps'
import { inLocale } from '../../ui/i18n'
import { useText } from './text'
import { useDeskView } from './useDesk'
import { useValueWords } from './valueWords'

export interface Moment {
  readonly id: string
  readonly atMicros: number
  readonly title: string
  readonly words: string
}

/** What was marked on these sheets in the order in which it was done; each tap of a drill by itself while it is on this device. */
export function useTimeline(forms: () => readonly Form[], subject: () => string): ComputedRef<readonly Moment[]> {
  const { t, locale } = useText()
  const { desk, version } = useDeskView()
  const words = useValueWords()
  return computed(() => {
    void version.value
    const aspects = new Map(forms().flatMap((form) => form.aspects.map((aspect) => [aspect.id, aspect] as const)))
    const here = desk.outbox.all().filter((mark) => mark.subject === subject() && forms().some((form) => form.stage === mark.stage))
    const taps = tapsOf(here, aspects)
    const tapped = new Set(taps.map((tap) => slotId(tap.slot)))
    const single = forms().flatMap((form) => slotsOf(form, subject())).flatMap((slot): Moment[] => {
      const [aspect, mark] = [aspects.get(slot.aspect), desk.shown(slot)]
      if (!aspect || !mark || (isTally(aspect) && tapped.has(slotId(slot)))) return []
      return [{ id: slotId(slot), atMicros: mark.madeMicros ?? 0, title: inLocale(aspect.title, locale.value), words: words(aspect, mark.value) }]
    })
    const each = taps.map((tap, at): Moment => ({
      id: `${tap.key}|${tap.item.id}|${at}`,
      atMicros: tap.actMicros,
      title: inLocale(tap.item.title, locale.value),
      words: tap.by.startsWith('-') ? t('drill.backTaken') : `×${tap.by}`,
    }))
    return [...single, ...each].sort((a, b) => a.atMicros - b.atMicros)
  })
}
