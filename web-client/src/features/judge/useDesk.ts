import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Assignment } from '../../domain/assignment'
import { api } from '../../sync/api'
import { Desk } from '../../sync/desk/desk'
import { seatsBeside } from '../../sync/desk/pairing'
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

/** The seats of this device that mark together with the first: of its discipline, others wait for their card. */
async function openBeside(store: MarkStore, first: Desk): Promise<Desk[]> {
  const seats = (await seatsBeside(store)).filter((seat) => seat !== first.assignment.seat.id)
  const opened = await Promise.all(seats.map((seat) => Desk.open(store, api, seat).catch(() => null)))
  return opened.filter((desk) => desk !== null).filter((desk) => desk.assignment.discipline.id === first.assignment.discipline.id)
}

/** Opens the device's store once and keeps its desks fresh while the page lives: one, or one a seat. */
export function useDeskOpening() {
  const desks = shallowRef<readonly Desk[]>([])
  const store = shallowRef<MarkStore>()
  const opening = ref(true)
  const failure = ref<unknown>()

  async function open(): Promise<void> {
    opening.value = true
    failure.value = undefined
    try {
      store.value ??= await openStore()
      desks.value.forEach((desk) => desk.close())
      const first = await Desk.open(store.value, api)
      desks.value = first ? [first, ...(await openBeside(store.value, first))] : []
      report()
    } catch (error) {
      failure.value = error
    }
    opening.value = false
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = () => desks.value.forEach((desk) => void desk.refresh())
  function look(): void {
    if (document.visibilityState === 'visible') refresh()
    timer = setTimeout(look, desks.value.some((desk) => desk.waitsForOthers) ? WAITING_MILLIS : REFRESH_MILLIS)
  }
  timer = setTimeout(look, REFRESH_MILLIS)
  /* Also while the page is in the background: the hall wants to know of marks on a tablet that was put down. */
  const report = () => desks.value.forEach((desk) => !desk.signedOut && void reportPresence(desk.api, desk.seen(), __LEITAI_VERSION__))
  const reports = setInterval(report, REPORT_MILLIS)
  addEventListener('online', refresh)
  onScopeDispose(() => {
    desks.value.forEach((desk) => desk.close())
    clearTimeout(timer)
    clearInterval(reports)
    removeEventListener('online', refresh)
  })
  return { desks, store, opening, failure, open }
}

/** Grows whenever something on one of these desks may look different. */
export function useChanges(desks: () => readonly Desk[]): ShallowRef<number> {
  const version = shallowRef(0)
  watch(desks, (now, _, onCleanup) => {
    const stops = now.map((desk) => desk.onChange(() => version.value++))
    onCleanup(() => stops.forEach((stop) => stop()))
  }, { immediate: true })
  return version
}

/** Gives a desk to the components below. */
export function provideDesk(desk: Desk): DeskView {
  const version = shallowRef(0)
  onScopeDispose(desk.onChange(() => version.value++))
  const view: DeskView = { desk, version, assignment: computed(() => (version.value, desk.assignment)) }
  provide(DESK, view)
  return view
}
