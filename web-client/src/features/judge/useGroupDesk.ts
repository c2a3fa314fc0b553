import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Desk } from '../../sync/desk/desk'
import { Group } from '../../sync/desk/group'
import { listedOf } from '../../domain/sheet'
import type { ListItem } from './EntryList.vue'
import { useText } from './text'

/** Where the group is: which form, which number, marking or signing. */
export function useGroupDesk(desks: readonly Desk[]) {
  const { t, tx } = useText()
  const group = new Group(desks)
  const version = shallowRef(0)
  onScopeDispose(group.onChange(() => version.value++))
  const at = ref(0)
  const subject = ref<string | null>(null)
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

  const items = computed<readonly ListItem[]>(() => {
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
  const shownSubject = computed(() => subject.value ?? (items.value.find((item) => !item.out) ?? items.value[0])?.id ?? null)
  const item = computed(() => items.value.find((one) => one.id === shownSubject.value) ?? null)
  /** Sheets of the number that the chief handed back, with why. */
  const returned = computed(() => {
    void version.value
    const { form, desks: seats } = shared.value ?? { desks: [] }
    if (!form || shownSubject.value === null) return []
    const key = { stage: form.stage, form: form.id, subject: shownSubject.value }
    return seats.map((desk) => ({ label: desk.assignment.seat.label, sheet: desk.sheet(key) })).filter(({ sheet }) => sheet?.state === 'returned' && sheet.reason)
  })
  const allDone = computed(() => (version.value, group.allSigned()))

  function choose(id: string): void {
    signing.value = false
    subject.value = id
  }
  function chooseForm(index: number): void {
    at.value = index
    chosen.value = true
    signing.value = false
  }
  /** Every seat has signed the number: on to the next. */
  function signed(): void {
    signing.value = false
    const here = items.value.findIndex((one) => one.id === shownSubject.value)
    const next = [...items.value.slice(here + 1), ...items.value.slice(0, here)].find((one) => one.state !== 'signed' && !one.out)
    if (next) choose(next.id)
  }
  function step(by: number): void {
    const next = items.value[items.value.findIndex((one) => one.id === shownSubject.value) + by]
    if (next) choose(next.id)
  }
  return { group, version, assignment, forms, shared, stage, items, shownSubject, item, returned, allDone, signing, looking, choose, chooseForm, signed, step }
}
