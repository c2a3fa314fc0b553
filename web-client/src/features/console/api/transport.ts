import { api, NoAnswerError, ProblemError } from '../../../sync/api'
import { newKey } from '../../../sync/ids'

/*
 * The console's calls through the client's one way to the server. A POST carries one idempotency key for its whole life, so pressing
 * "again" after a lost answer cannot do the thing twice.
 */
export { newKey }
export type Query = Record<string, string | number | undefined>

/** Why something was not done; `status` 0 when no answer came and nobody knows. Words for people are found by `code`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${detail}`)
  }
}

/** Whether what the address names is not there, or cannot be the name of anything. */
export const isAbsent = (problem: Problem | undefined): boolean => problem?.code === 'not-found' || problem?.code === 'invalid-request'

/* Reading a spreadsheet of some thousand rows takes a while on a laptop. */
const FILE_TIMEOUT_MILLIS = 60_000

export const get = <T>(path: string, query: Query = {}) => told(api.get<T>(path + asQuery(query)))
export const post = <T>(path: string, body?: unknown, key: string = newKey()) => told(api.post<T>(path, body, { key }))
export const put = <T>(path: string, body: unknown) => told(api.put<T>(path, body))
export const remove = <T>(path: string) => told(api.delete<T>(path, { key: newKey() }))
export const postRaw = <T>(path: string, body: Blob | string, type: string, query: Query = {}) =>
  told(
    api
      .call<T>('POST', path + asQuery(query), body, { headers: { 'content-type': type }, key: newKey(), timeoutMillis: FILE_TIMEOUT_MILLIS })
      .then((answer) => answer.body),
  )

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (failure) {
    throw asProblem(failure)
  }
}

export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure
  if (failure instanceof ProblemError) return new Problem(failure.status, failure.code, failure.detail, failure.values)
  if (failure instanceof NoAnswerError) return new Problem(0, 'unreachable', failure.message)
  return new Problem(-1, 'unexpected', String(failure))
}

export function asQuery(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (pairs.length === 0) return ''
  return '?' + new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
}
