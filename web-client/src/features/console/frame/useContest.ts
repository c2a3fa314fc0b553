import { inject, provide, type InjectionKey, type ShallowRef } from 'vue'
import * as api from '../api/contests'
import { discipline as readDiscipline, type DisciplineView } from '../api/judging'
import { useLoad } from '../parts/useLoad'

export interface ContestHere {
  id: string
  contest: ShallowRef<api.Contest | undefined>
  disciplines: ShallowRef<api.DisciplineHead[] | undefined>
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
  const reload = async () => void (await Promise.all([contest.reload(), disciplines.reload()]))
  provide(contestKey, { id, contest: contest.data, disciplines: disciplines.data, reload })
  return { contest, disciplines, reload }
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
