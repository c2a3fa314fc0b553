import { createApp, defineComponent, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import { addWords, useI18n } from '../src/ui/i18n'
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

describe('a counted word', () => {
  it('fits one and several', () => {
    addWords('zh', 'counted', { due: '{due:sheet:sheets} due, {other} left' })
    const { t } = useI18n()
    expect(t('counted.due', { due: 1, other: 2 })).toBe('1 sheet due, 2 left')
    expect(t('counted.due', { due: '2', other: 0 })).toBe('2 sheets due, 0 left')
    expect(t('counted.due', { due: 0, other: 1 })).toBe('0 sheets due, 1 left')
  })
})
