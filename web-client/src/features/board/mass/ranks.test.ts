import { afterEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { lines } from './ranks'
import { useAnnounced } from './useAnnounced'

const server = vi.fn<typeof fetch>()
vi.stubGlobal('fetch', server)
vi.stubGlobal('document', { cookie: '' })
afterEach(() => {
  server.mockReset()
  vi.useRealTimers()
})

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
/** A board on which the one at place n has 1000 − n points. */
const ranked = (people: number) =>
  server.mockImplementation((input) => {
    const offset = Number(new URL(String(input), 'http://hall').searchParams.get('offset'))
    return Promise.resolve(answer({ offset, total: people, rows: [{ number: `n${offset}`, total: String(999 - offset), rank: offset + 1, shared: false }] }))
  })

test('what it took is the total of the last one within the share', async () => {
  ranked(1_000)
  expect(await lines('d', 1_000)).toEqual([
    { share: 1, total: '990' },
    { share: 10, total: '900' },
    { share: 50, total: '500' },
  ])
})

test('a share of fewer than ten people is not shown', async () => {
  ranked(150)
  expect((await lines('d', 150)).map(({ share }) => share)).toEqual([10, 50])
  expect(await lines('d', 12)).toEqual([])
})

test('a wall asks until ranks are announced, also over a lost server, and then no more', async () => {
  vi.useFakeTimers()
  server.mockResolvedValueOnce(answer({ code: 'sign-in-first' }, 401)).mockRejectedValueOnce(new TypeError('no network'))
  const scope = effectScope()
  const page = scope.run(() => useAnnounced(() => 'd', 20))!
  expect(page.value).toBeUndefined()
  await vi.advanceTimersByTimeAsync(0)
  expect(page.value).toBeNull()

  await vi.advanceTimersByTimeAsync(10_000)
  expect(page.value).toBeNull()
  ranked(12)
  await vi.advanceTimersByTimeAsync(10_000)
  await nextTick()
  expect(page.value?.total).toBe(12)

  const asked = server.mock.calls.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server).toHaveBeenCalledTimes(asked)
  scope.stop()
})
