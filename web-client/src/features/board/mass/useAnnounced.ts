import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { pageOf, type Page } from './ranks'

const AGAIN_MILLIS = 10_000

/**
 * The best of a mass paper once they are announced, after which they do not change; asked for until then, also over a lost server.
 * Undefined before the first answer, null while there is nothing to show.
 */
export function useAnnounced(discipline: () => string | null, rows: number): ShallowRef<Page | null | undefined> {
  const page = shallowRef<Page | null>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false

  async function ask(wanted: string): Promise<void> {
    const found = await pageOf(wanted, 0, rows).catch(() => null)
    if (gone || wanted !== discipline()) return
    page.value = found
    if (!found) timer = setTimeout(() => void ask(wanted), AGAIN_MILLIS)
  }

  watch(
    discipline,
    (wanted) => {
      clearTimeout(timer)
      page.value = undefined
      if (wanted) void ask(wanted)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    gone = true
    clearTimeout(timer)
  })
  return page
}
