import { afterEach, expect, it, vi } from 'vitest'
import { health } from './health'

const server = vi.fn<typeof fetch>()
vi.stubGlobal('fetch', server)
afterEach(() => server.mockReset())
const told = (status: number, checks: Record<string, string>) => new Response(JSON.stringify({ ready: status === 200, checks }), { status })

it('a node that is ready names its parts', async () => {
  server.mockResolvedValue(told(200, { postgresql: 'up', redis: 'degraded: away' }))
  expect(await health()).toEqual({
    up: true,
    parts: [
      { id: 'postgresql', up: true },
      { id: 'redis', up: false },
    ],
  })
})

it('a node that is not ready says which part is away', async () => {
  server.mockResolvedValue(told(503, { postgresql: 'down: no answer' }))
  expect(await health()).toEqual({ up: false, parts: [{ id: 'postgresql', up: false }] })
})

it('a proxy that keeps it from the outside says nothing bad of the node', async () => {
  server.mockResolvedValue(new Response('<html>404 Not Found</html>', { status: 404 }))
  expect(await health()).toBeNull()
})

it('no answer is a problem that can be asked again about', async () => {
  server.mockRejectedValue(new TypeError('no network'))
  await expect(health()).rejects.toMatchObject({ status: 0, code: 'unreachable' })
})
