import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { isTally, type Form, type SheetState } from '../../domain/assignment'
import { listedOf, slotsOf, spokenFor, subjectsOf } from '../../domain/sheet'
import { clockTime, microsToMillis } from '../../domain/time'
import { inLocale } from '../../ui/i18n'
import type { ListItem } from './EntryList.vue'
import type { Mode } from './mode'
import { useText } from './text'
import { useDeskView } from './useDesk'

const STAGED = ['speech', 'song']

/** Where the judge is: which form, which number or aspect, marking or signing. */
export function useMarkingDesk() {
  const { t, tx, locale } = useText()
  const { desk, version, assignment } = useDeskView()
  const formKey = ref('')
  const subject = ref<string | null>(null)
  const mode = ref<Mode>('entry')
  const aspect = ref<string | null>(null)
  const signing = ref(false)
  const looking = ref(false)

  const keyOf = (form: Form) => `${form.stage}|${form.id}`
  const forms = computed(() => assignment.value.forms)
  const openFirst = () => forms.value.find((form) => assignment.value.stages.find((stage) => stage.id === form.stage)?.state === 'open') ?? forms.value[0]
  const form = computed(() => forms.value.find((one) => keyOf(one) === formKey.value) ?? openFirst() ?? null)
  const stage = computed(() => assignment.value.stages.find((one) => one.id === form.value?.stage) ?? null)
  const speech = computed(() => STAGED.includes(assignment.value.discipline.kind) && form.value !== null && form.value.aspects.every((one) => one.kind === 'points'))
  /** The sections of a live drill: all forms of this seat in the stage, marked and signed together. */
  const sections = computed(() => {
    if (assignment.value.discipline.kind !== 'team-drill' || !form.value) return []
    const all = forms.value.filter((one) => one.stage === form.value!.stage)
    return all.some((one) => one.aspects.some(isTally)) ? all : []
  })
  const together = computed(() => (sections.value.length > 0 ? sections.value : form.value ? [form.value] : []))
  const cursor = computed(() => (assignment.value.cursor?.stage === form.value?.stage ? (assignment.value.cursor?.subject ?? null) : null))

  function stateOf(number: string): SheetState {
    return spokenFor(together.value.map((one) => desk.sheetState(one, number)))
  }
  const items = computed<readonly ListItem[]>(() => {
    void version.value
    if (!form.value) return []
    if (mode.value === 'aspect') return form.value.aspects.map((one) => ({ id: one.id, label: inLocale(one.title, locale.value), note: t('max', { max: one.max }) }))
    return listedOf(assignment.value, form.value.stage).map((one) => {
      const note = [one.name, one.unit].filter(Boolean).join(' · ')
      if (one.status) return { id: one.number, label: one.number, out: true, state: 'out', stateWord: tx('out', one.status, one.status), ...(note ? { note } : {}) }
      const state = stateOf(one.number)
      return { id: one.number, label: one.number, state, stateWord: t(`sheet.${state}`), now: one.number === cursor.value, ...(note ? { note } : {}) }
    })
  })
  const shownSubject = computed(() => subject.value ?? (items.value.find((item) => !item.out) ?? items.value[0])?.id ?? null)
  /** Why the shown number is not marked any more. */
  const out = computed(() => (form.value && listedOf(assignment.value, form.value.stage).find((one) => one.number === shownSubject.value)?.status) || null)
  const shownItem = computed(() => (mode.value === 'aspect' ? aspect.value : shownSubject.value))
  const state = computed<SheetState>(() => (version.value, shownSubject.value ? stateOf(shownSubject.value) : 'empty'))
  /** Handed back by the chief; sheets reopened by a spread say so at the aspect. */
  const returned = computed(() => {
    void version.value
    if (!form.value || !shownSubject.value) return null
    const number = shownSubject.value
    const told = together.value.map((one) => desk.sheet({ stage: one.stage, form: one.id, subject: number })).find((one) => one?.state === 'returned')
    const bySpread = together.value.some((one) => slotsOf(one, number).some((slot) => (desk.panel(slot)?.rounds.length ?? 0) > 0))
    return told && (told.reason || !bySpread) ? { reason: told.reason ?? null, at: told.returnedMicros ? clockTime(microsToMillis(told.returnedMicros)) : null } : null
  })
  const allDone = computed(() => {
    void version.value
    const states = forms.value.flatMap((one) => subjectsOf(assignment.value, one.stage).map(({ number }) => desk.sheetState(one, number)))
    return states.length > 0 && states.every((one) => one === 'signed') && desk.outbox.unsent() === 0 ? states.length : 0
  })
  const leftBehind = computed(() => speech.value && cursor.value !== null && shownSubject.value !== null && cursor.value !== shownSubject.value && ['empty', 'marking'].includes(state.value))

  function choose(id: string): void {
    signing.value = false
    if (mode.value === 'aspect') aspect.value = id
    else subject.value = id
  }
  function chooseMode(next: Mode): void {
    mode.value = next
    signing.value = false
    aspect.value = next === 'aspect' ? (form.value?.aspects[0]?.id ?? null) : null
  }
  function chooseForm(next: Form): void {
    formKey.value = keyOf(next)
    if (mode.value === 'aspect') aspect.value = next.aspects[0]?.id ?? null
  }
  // The stage moves on: the form follows, unless something is still open here; then it says so.
  watch(cursor, (next, before) => {
    if (next === null || next === subject.value) return
    const open = before && subject.value && ['empty', 'marking'].includes(stateOf(subject.value))
    if (!open) choose(next)
  }, { immediate: true })

  function signed(): void {
    signing.value = false
    looking.value = false
    const at = items.value.findIndex((item) => item.id === shownSubject.value)
    const next = [...items.value.slice(at + 1), ...items.value.slice(0, at)].find((item) => item.state !== 'signed' && !item.out)
    if (next) choose(next.id)
  }

  /** The next or previous number (or aspect), for those who mark with a keyboard. */
  function step(by: number): void {
    const next = items.value[items.value.findIndex((item) => item.id === shownItem.value) + by]
    if (next) choose(next.id)
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key === 'PageDown' || event.key === 'PageUp') step(event.key === 'PageDown' ? 1 : -1)
    else if (event.key === 'F9' && mode.value === 'entry' && state.value !== 'signed' && !out.value) signing.value = true
    else return
    event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', onKey))
  onBeforeUnmount(() => removeEventListener('keydown', onKey))

  return { forms, form, keyOf, stage, speech, sections, together, cursor, mode, aspect, items, shownSubject, shownItem, out, state, returned, allDone, leftBehind, signing, looking, choose, chooseMode, chooseForm, signed }
}
