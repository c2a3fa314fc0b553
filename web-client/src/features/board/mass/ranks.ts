import { api, ProblemError } from '../../../sync/api'

/** One row of a mass paper; the total as the rule writes it. */
export interface Placed {
  readonly number: string
  readonly total: string
  readonly rank: number
  readonly shared: boolean
}
export interface Page {
  readonly offset: number
  /** How many took part. */
  readonly total: number
  readonly rows: readonly Placed[]
}

/** Nothing to read here for everybody: not announced yet, or no answers were taken. */
const NOT_YET = [401, 403, 404]
const path = (discipline: string) => `disciplines/${discipline}/paper/ranks`

/** Rows from a place on; null while ranks are not announced. */
export async function pageOf(discipline: string, offset: number, limit: number): Promise<Page | null> {
  try {
    const page = await api.get<Page>(`${path(discipline)}?offset=${offset}&limit=${limit}`)
    return page.total > 0 ? page : null
  } catch (error) {
    if (error instanceof ProblemError && NOT_YET.includes(error.status)) return null
    throw error
  }
}

/** The row of one number; null when there is none. */
export async function placeOf(discipline: string, number: string): Promise<Placed | null> {
  try {
    return await api.get<Placed>(`${path(discipline)}/${encodeURIComponent(number)}`)
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null
    throw error
  }
}

/** What the last one among the best so many per cent reached. */
export interface Line {
  readonly share: number
  readonly total: string
}

/** How many people a share must be at least, so that its last one says something about a crowd. */
const CROWD = 10
const SHARES = [1, 10, 50]

/** Of the best 1, 10 and 50 per cent, as far as each is a crowd. */
export async function lines(discipline: string, people: number): Promise<readonly Line[]> {
  const places = SHARES.map((share) => ({ share, place: Math.ceil((people * share) / 100) })).filter(({ place }) => place >= CROWD)
  const pages = await Promise.all(places.map(({ place }) => pageOf(discipline, place - 1, 1)))
  return places.flatMap(({ share }, i) => (pages[i]?.rows[0] ? [{ share, total: pages[i].rows[0].total }] : []))
}
