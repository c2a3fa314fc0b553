/** The one way to the server: JSON in and out, CSRF on writes, problem+json as a typed error. */

/** The server answered, and its answer is not a success. Texts for people are found by `code`. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly values: Readonly<Record<string, string>> = {},
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(`${status} ${code}: ${detail}`)
    this.name = 'ProblemError'
  }
}

/** No answer came: nobody knows whether the request was carried out. Repeat it under the same key. */
export class NoAnswerError extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause })
    this.name = 'NoAnswerError'
  }
}

export interface Send {
  /** Idempotency-Key: repeat a request under the same key and it happens once. */
  readonly key?: string
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMillis?: number
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

const BASE = '/api/v1/'
const DEFAULT_TIMEOUT_MILLIS = 15_000

export class Api {
  constructor(
    private readonly fetcher: typeof fetch = (input, init) => fetch(input, init),
    private readonly csrf: () => string | null = csrfFromCookie,
    private readonly seat: string | null = null,
  ) {}

  /** Speaks for a seat that this device carries beside the one it was signed in with. */
  forSeat(seat: string): Api {
    return new Api(this.fetcher, this.csrf, seat)
  }

  async get<T>(path: string, send: Send = {}): Promise<T> {
    return (await this.call<T>('GET', path, undefined, send)).body
  }

  async post<T>(path: string, body?: unknown, send: Send = {}): Promise<T> {
    return (await this.call<T>('POST', path, body, send)).body
  }

  async put<T>(path: string, body?: unknown, send: Send = {}): Promise<T> {
    return (await this.call<T>('PUT', path, body, send)).body
  }

  async delete<T>(path: string, send: Send = {}): Promise<T> {
    return (await this.call<T>('DELETE', path, undefined, send)).body
  }

  /** Any request; a `body` that is a Blob or text with its own content-type header goes out as it is. */
  async call<T>(method: Method, path: string, body: unknown, send: Send): Promise<Answer<T>> {
    const headers = new Headers({ accept: 'application/json, application/problem+json', ...send.headers })
    if (method !== 'GET') {
      const token = this.csrf()
      if (token) headers.set('x-csrf-token', token)
    }
    if (this.seat) headers.set('x-leitai-seat', this.seat)
    if (send.key) headers.set('idempotency-key', send.key)
    const raw = body instanceof Blob || (typeof body === 'string' && headers.has('content-type'))
    if (body !== undefined && !raw) headers.set('content-type', 'application/json')
    const timeout = AbortSignal.timeout(send.timeoutMillis ?? DEFAULT_TIMEOUT_MILLIS)
    const request: RequestInit = {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: send.signal ? AbortSignal.any([send.signal, timeout]) : timeout,
    }
    if (body !== undefined) request.body = raw ? (body as Blob | string) : JSON.stringify(body)
    const response = await this.fetcher(BASE + path, request).catch((cause: unknown) => {
      throw new NoAnswerError(cause)
    })
    if (!response.ok && response.status !== 304) throw await problemOf(response)
    return { status: response.status, body: await bodyOf<T>(response), headers: response.headers }
  }
}

async function bodyOf<T>(response: Response): Promise<T> {
  if (response.status === 204 || response.status === 304) return undefined as T
  const text = await response.text().catch((cause: unknown) => {
    throw new NoAnswerError(cause)
  })
  if (text === '') return undefined as T
  const type = response.headers.get('content-type') ?? ''
  return (type.includes('json') ? JSON.parse(text) : text) as T
}

async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN)
  const pause = Number.isFinite(retryAfter) ? retryAfter : null
  try {
    const { code, detail, values } = (await response.json()) as Record<string, unknown>
    return new ProblemError(
      response.status,
      typeof code === 'string' ? code : `http-${response.status}`,
      typeof detail === 'string' ? detail : '',
      typeof values === 'object' && values !== null ? (values as Record<string, string>) : {},
      pause,
    )
  } catch {
    return new ProblemError(response.status, `http-${response.status}`, response.statusText, {}, pause)
  }
}

function csrfFromCookie(): string | null {
  const found = /(?:^|; )leitai_csrf=([^;]*)/.exec(document.cookie)
  return found?.[1] ? decodeURIComponent(found[1]) : null
}

export const api = new Api()
