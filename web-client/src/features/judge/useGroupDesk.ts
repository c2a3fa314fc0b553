import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Desk } from '../../sync/desk/desk'
import { Group, isJudged } from '../../sync/desk/group'
import { listedOf } from '../../domain/sheet'
import { inLocale } from '../../ui/i18n'
import type { ListItem } from './EntryList.vue'
import type { Mode } from './mode'
import { useText } from './text'

/** Where the group is: which form, which number or aspect, marking or signing. */
export function useGroupDesk(desks: readonly Desk[]) {
  const { t, tx, locale } = useText()
  const group = new Group(desks)
  const version = shallowRef(0)
  onScopeDispose(group.onChange(() => version.value++))
  const at = ref(0)
  const subject = ref<string | null>(null)
  const mode = ref<Mode>('entry')
  const aspect = ref<string | null>(null)
  const signing = ref(false)
  const looking = ref(false)

  const assignment = computed(() => (version.value, group.assignment))
  const forms = computed(() => (version.value, group.shared()))
  const stageOf = (id: string) => assignment.value.stages.find((stage) => stage.id === id)
  const chosen = ref(false)
  const shared = computed(() => {
    const open = forms.value.find(({ form }) => stageOf(form.stage)?.state === 'open')
    return (chosen.value ? forms.value[at.value] : (open ?? forms.value[0])) ?? null
  })
  const stage = computed(() => (shared.value ? (stageOf(shared.value.form.stage) ?? null) : null))

  const judged = computed(() => shared.value?.form.aspects.filter(isJudged) ?? [])
  const numbers = computed<readonly ListItem[]>(() => {
    void version.value
    const here = shared.value
    if (!here) return []
    return listedOf(assignment.value, here.form.stage).map((one) => {
      const note = [one.name, one.unit].filter(Boolean).join(' · ')
      const more = { ...(note ? { note } : {}) }
      if (one.status) return { id: one.number, label: one.number, out: true, state: 'out', stateWord: tx('out', one.status, one.status), ...more }
      const state = group.sheetState(here, one.number)
      return { id: one.number, label: one.number, state, stateWord: t(`sheet.${state}`), ...more }
    })
  })
  /** What stands on the left: the numbers, or the aspects that the group judges. */
  const items = computed<readonly ListItem[]>(() =>
    mode.value === 'entry' ? numbers.value : judged.value.map((one) => ({ id: one.id, label: inLocale(one.title, locale.value), note: t('max', { max: one.max }) })),
  )
  const shownSubject = computed(() => subject.value ?? (numbers.value.find((item) => !item.out) ?? numbers.value[0])?.id ?? null)
  const shownAspect = computed(() => (mode.value === 'aspect' ? (judged.value.find((one) => one.id === aspect.value) ?? judged.value[0])?.id ?? null : null))
  const shownItem = computed(() => (mode.value === 'aspect' ? shownAspect.value : shownSubject.value))
  const item = computed(() => numbers.value.find((one) => one.id === shownSubject.value) ?? null)
  /** Sheets of the number that the chief handed back, with why. */
  const returned = computed(() => {
    void version.value
    const { form, desks: seats } = shared.value ?? { desks: [] }
    if (!form || shownSubject.value === null || mode.value === 'aspect') return []
    const key = { stage: form.stage, form: form.id, subject: shownSubject.value }
    return seats.map((desk) => ({ label: desk.assignment.seat.label, sheet: desk.sheet(key) })).filter(({ sheet }) => sheet?.state === 'returned' && sheet.reason)
  })
  const allDone = computed(() => (version.value, group.allSigned()))

  function choose(id: string): void {
    signing.value = false
    if (mode.value === 'aspect') aspect.value = id
    else subject.value = id
  }
  function chooseMode(next: Mode): void {
    mode.value = next
    signing.value = false
  }
  function chooseForm(index: number): void {
    at.value = index
    chosen.value = true
    signing.value = false
  }
  /** Every seat has signed the number: on to the next. */
  function signed(): void {
    signing.value = false
    const here = numbers.value.findIndex((one) => one.id === shownSubject.value)
    const next = [...numbers.value.slice(here + 1), ...numbers.value.slice(0, here)].find((one) => one.state !== 'signed' && !one.out)
    if (next) choose(next.id)
  }
  function step(by: number): void {
    const next = items.value[items.value.findIndex((one) => one.id === shownItem.value) + by]
    if (next) choose(next.id)
  }
  return { group, version, assignment, forms, shared, stage, mode, items, shownSubject, shownAspect, shownItem, item, returned, allDone, signing, looking, choose, chooseMode, chooseForm, signed, step }
}
