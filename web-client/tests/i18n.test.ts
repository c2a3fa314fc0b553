import { createApp, defineComponent, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import { useUiText } from '../src/ui/text'

/** What a component would show. */
async function shown(words: (text: ReturnType<typeof useUiText>) => string): Promise<string> {
  const app = createApp(defineComponent({ setup: () => () => h('p', words(useUiText())) }))
  return renderToString(app)
}

describe('words on a page', () => {
  it('are found by their path', async () => expect(await shown(({ t }) => t('connection.live'))).toContain('直播'))
  it('take values', async () => expect(await shown(({ t }) => t('connection.stale', { since: '14:02:10' }))).toContain('数据滞后 14:02:10'))
  it('are found by a code of the server, or fall back', async () => {
    expect(await shown(({ tx }) => tx('state', 'running', '?'))).toContain('进行中')
    expect(await shown(({ tx }) => tx('state', 'no-such-state', 'as sent'))).toContain('as sent')
  })
})
