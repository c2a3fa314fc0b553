// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import MassRanks from './MassRanks.vue'

const row = { number: '00002000', total: '100', rank: 1, shared: false }
const page = { offset: 0, total: 5_000, rows: [row] }
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const server = vi.fn<typeof fetch>()
vi.stubGlobal('fetch', server)
afterEach(() => server.mockReset())

const open = async () => {
  const ranks = mount(MassRanks, { props: { discipline: 'd' } })
  await flushPromises()
  return ranks
}
const retry = (ranks: Awaited<ReturnType<typeof open>>) => ranks.findAll('button').find((button) => button.text() === '再试一次')

test('ranks that did not come are asked for again at the press of a button', async () => {
  server.mockRejectedValueOnce(new TypeError('no network')).mockResolvedValueOnce(answer({}, 503)).mockResolvedValue(answer(page))
  const ranks = await open()
  expect(ranks.text()).toContain('连不上服务器')

  await retry(ranks)!.trigger('click')
  await flushPromises()
  expect(ranks.text()).toContain('服务器暂时不可用')
  expect(ranks.emitted('announced')).toBeUndefined()

  await retry(ranks)!.trigger('click')
  await flushPromises()
  expect(retry(ranks)).toBeUndefined()
  expect(ranks.text()).toContain('00002000')
  expect(ranks.emitted('announced')).toHaveLength(1)
})

test('ranks that are not announced are no fault', async () => {
  server.mockResolvedValue(answer({ code: 'sign-in-first' }, 401))
  expect((await open()).text()).toBe('')
})

test('a search that found no server keeps the ranking and can be repeated', async () => {
  server.mockResolvedValueOnce(answer(page)).mockRejectedValueOnce(new TypeError('no network'))
  const ranks = await open()
  await ranks.find('input').setValue('00002000')
  await ranks.find('form').trigger('submit')
  await flushPromises()
  expect(ranks.text()).toContain('连不上服务器')
  expect(ranks.findAll('tbody tr')).toHaveLength(1)
  expect(retry(ranks)).toBeUndefined()

  server.mockResolvedValueOnce(answer(row)).mockResolvedValueOnce(answer(page))
  await ranks.find('form').trigger('submit')
  await flushPromises()
  expect(ranks.text()).toContain('第 1 名')
  expect(ranks.text()).not.toContain('连不上服务器')
})
