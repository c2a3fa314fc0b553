import { api } from '../../../sync/api'
import { asProblem, asQuery, get, post } from './transport'

/* The answers of a mass paper: a file of any length, and what became of it. */

export interface PaperProgress {
  chunks: number
  /** With answers, in the ledger. */
  entries: number
  /** Of them on the board. */
  ranked: number
  announced: boolean
  /** The newest chunks, with the hash of the lines that are kept. */
  evidence: { chunk: number; entries: number; hash: string }[]
}
export interface PaperRank {
  number: string
  total: string
  rank: number
  shared: boolean
}
export interface RankPage {
  offset: number
  total: number
  rows: PaperRank[]
}

/* Half a million sheets take a minute or two; a hall's network may be slow. */
const HOUR_MILLIS = 3_600_000
const at = (discipline: string) => `disciplines/${discipline}/paper`

/** Null when the discipline takes no answers yet. */
export const paper = (discipline: string) =>
  get<PaperProgress>(at(discipline)).catch((failure: unknown) => {
    if (asProblem(failure).status === 404) return null
    throw failure
  })
export const openPaper = (discipline: string, key: string) => post<{ id: string }>(at(discipline), {}, key)
export const announcePaper = (discipline: string, key: string) => post<void>(`${at(discipline)}/announcement`, {}, key)
/** The key belongs to the file until all of it is taken: sent again under it, chunks that were taken count once. */
export const sendAnswers = (discipline: string, file: Blob, key: string) =>
  api
    .call<{ chunks: number; entries: number }>('POST', `${at(discipline)}/answers`, file, { headers: { 'content-type': 'text/csv' }, key, timeoutMillis: HOUR_MILLIS })
    .then(
      (answer) => answer.body,
      (failure: unknown) => {
        throw asProblem(failure)
      },
    )
export const ranks = (discipline: string, offset: number, limit: number) => get<RankPage>(at(discipline) + '/ranks' + asQuery({ offset, limit }))
export const rankOf = (discipline: string, number: string) => get<PaperRank>(`${at(discipline)}/ranks/${encodeURIComponent(number)}`)
