import { get, post, postRaw, put, remove } from './transport'

export interface Title {
  zh: string
  en?: string
}
export const LEVELS = ['county', 'city', 'province', 'nation'] as const
export type Level = (typeof LEVELS)[number]

export interface Contest {
  id: string
  title: Title
  level: Level
  firstDay: string
  lastDay: string
  office?: string
  venue?: string
  published: boolean
  registrationOpen?: boolean
  walls?: Wall[]
}
/** A wall board of a contest; without a discipline it shows the contest's name and the time. */
export interface Wall {
  number: number
  name: string
  discipline?: string
}
export interface NewContest {
  title: Title
  level: Level
  firstDay: string
  lastDay: string
  office?: string
  venue?: string
}

/** The word of a contest's state. */
export const contestState = (contest: Pick<Contest, 'published'>) => (contest.published ? 'published' : 'draft')
export interface DisciplineHead {
  id: string
  code: string
  title: Title
  state?: string
  rulebookHash: string
  divisions: { id: string; title: Title }[]
}
export interface LibraryRulebook {
  id: string
  title: Title
  version: string
  kind?: string
  hash: string
}
export interface RulebookProblem {
  line?: number
  column?: number
  path?: string
  code: string
  severity?: string
  detail: string
  message?: Title
  suggestion?: string
}
export interface RulebookCheck {
  ok: boolean
  problems: RulebookProblem[]
  explanation?: { zh: string; en: string }
  title?: Title
  hash?: string
}

export const contests = async () => (await get<{ contests: Contest[] }>('contests')).contests
export const contest = (id: string) => get<Contest>(`contests/${id}`)
export const createContest = (asked: NewContest, key: string) => post<{ id: string }>('contests', asked, key)
export const publishContest = (id: string) => post<void>(`contests/${id}/publish`)
export const setWall = (id: string, { number, name, discipline }: Wall) =>
  put<void>(`contests/${id}/walls/${number}`, discipline ? { name, discipline } : { name })
export const removeWall = (id: string, number: number) => remove<void>(`contests/${id}/walls/${number}`)
export const disciplines = async (contestId: string) =>
  (await get<{ disciplines: DisciplineHead[] }>(`contests/${contestId}/disciplines`)).disciplines
export const addDiscipline = (
  contestId: string,
  asked: { code: string; titleZh: string; titleEn: string; rulebook?: string; rulebookYaml?: string },
  key: string,
) => post<{ id: string }>(`contests/${contestId}/disciplines`, asked, key)
export const rulebooks = async () => (await get<{ rulebooks: LibraryRulebook[] }>('rulebooks')).rulebooks
export const rulebookText = async (id: string) => (await get<{ yaml: string }>(`rulebooks/${id}`)).yaml
export const checkRulebook = (yaml: string) => postRaw<RulebookCheck>('rulebooks/check', yaml, 'application/yaml')

/** The rulebook by which a discipline is judged, explained. */
export const disciplineRulebook = (discipline: string) => get<RulebookCheck>(`disciplines/${discipline}/rulebook`)
