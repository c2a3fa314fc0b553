import { computed, inject, onScopeDispose, provide, ref, shallowRef, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Assignment } from '../../domain/assignment'
import { api } from '../../sync/api'
import { Desk } from '../../sync/desk/desk'
import { reportPresence } from '../../sync/desk/presence'
import { openStore, type MarkStore } from '../../sync/outbox/store'

/** Others' votes are waited for; then a judge looks up more often. */
const WAITING_MILLIS = 2_000
const REFRESH_MILLIS = 5_000
const REPORT_MILLIS = 15_000

export interface DeskView {
  readonly desk: Desk
  /** Grows whenever something on the desk may look different; read it to follow. */
  readonly version: ShallowRef<number>
  readonly assignment: ComputedRef<Assignment>
}

const DESK: InjectionKey<DeskView> = Symbol('desk')

export function useDeskView(): DeskView {
  const view = inject(DESK)
  if (!view) throw new Error('there is no desk above this component')
  return view
}

/** Opens the device's store once and keeps the desk fresh while the page lives. */
export function useDeskOpening() {
  const desk = shallowRef<Desk | null>(null)
  const store = shallowRef<MarkStore>()
  const opening = ref(true)
  const failure = ref<unknown>()

  async function open(): Promise<void> {
    opening.value = true
    failure.value = undefined
    try {
      store.value ??= await openStore()
      desk.value?.close()
      desk.value = await Desk.open(store.value, api)
      report()
    } catch (error) {
      failure.value = error
    }
    opening.value = false
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = () => void desk.value?.refresh()
  function look(): void {
    if (document.visibilityState === 'visible') refresh()
    timer = setTimeout(look, desk.value?.waitsForOthers ? WAITING_MILLIS : REFRESH_MILLIS)
  }
  timer = setTimeout(look, REFRESH_MILLIS)
  /* Also while the page is in the background: the hall wants to know of marks on a tablet that was put down. */
  const report = () => desk.value && !desk.value.signedOut && void reportPresence(api, desk.value.seen(), __LEITAI_VERSION__)
  const reports = setInterval(report, REPORT_MILLIS)
  addEventListener('online', refresh)
  onScopeDispose(() => {
    desk.value?.close()
    clearTimeout(timer)
    clearInterval(reports)
    removeEventListener('online', refresh)
  })
  return { desk, store, opening, failure, open }
}

/** Gives a desk to the components below. */
export function provideDesk(desk: Desk): DeskView {
  const version = shallowRef(0)
  onScopeDispose(desk.onChange(() => version.value++))
  const view: DeskView = { desk, version, assignment: computed(() => (version.value, desk.assignment)) }
  provide(DESK, view)
  return view
}
