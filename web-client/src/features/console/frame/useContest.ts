import { inject, provide, watch, type InjectionKey, type ShallowRef } from 'vue'
import * as api from '../api/contests'
import { discipline as readDiscipline, type DisciplineState, type DisciplineView } from '../api/judging'
import { useLoad } from '../parts/useLoad'

export interface ContestHere {
  id: string
  contest: ShallowRef<api.Contest | undefined>
  disciplines: ShallowRef<api.DisciplineHead[] | undefined>
  /** By discipline; what this account may not read is missing. */
  states: ShallowRef<Map<string, DisciplineState> | undefined>
  reload: () => Promise<void>
}
export interface DisciplineHere {
  id: string
  view: ShallowRef<DisciplineView | undefined>
  reload: () => Promise<void>
}

const contestKey: InjectionKey<ContestHere> = Symbol('contest')
const disciplineKey: InjectionKey<DisciplineHere> = Symbol('discipline')

/** The contest of the address: read once by its frame, used by every page inside it. */
export function provideContest(id: string) {
  const contest = useLoad(() => api.contest(id))
  const disciplines = useLoad(() => api.disciplines(id))
  const states = useLoad(async () => new Map(await Promise.all((disciplines.data.value ?? []).map(stateOf))))
  watch(disciplines.data, states.reload)
  const reload = async () => void (await Promise.all([contest.reload(), disciplines.reload()]))
  provide(contestKey, { id, contest: contest.data, disciplines: disciplines.data, states: states.data, reload })
  return { contest, disciplines, states, reload }
}

async function stateOf({ id }: api.DisciplineHead): Promise<[string, DisciplineState]> {
  return [id, await readDiscipline(id).then((view) => view.state, () => 'preparing' as const)]
}

export function provideDiscipline(id: string) {
  const view = useLoad(() => readDiscipline(id))
  provide(disciplineKey, { id, view: view.data, reload: view.reload })
  return view
}

export const useContest = () => given(inject(contestKey))
export const useDiscipline = () => given(inject(disciplineKey))

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('this page belongs inside the frame of a contest or discipline')
  return value
}
