import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { asProblem, type Problem } from '../api/transport'

export interface Load<T> {
  data: ShallowRef<T | undefined>
  problem: Ref<Problem | undefined>
  busy: Ref<boolean>
  reload: () => Promise<void>
}

/** Reads once now and again on `reload`; an answer that was overtaken by a newer question is dropped. */
export function useLoad<T>(read: () => Promise<T>): Load<T> {
  const data = shallowRef<T>()
  const problem = ref<Problem>()
  const busy = ref(false)
  let latest = 0
  async function reload() {
    const mine = ++latest
    busy.value = true
    try {
      const answer = await read()
      if (mine !== latest) return
      data.value = answer
      problem.value = undefined
    } catch (failure) {
      if (mine === latest) problem.value = asProblem(failure)
    } finally {
      if (mine === latest) busy.value = false
    }
  }
  void reload()
  return { data, problem, busy, reload }
}

/** Reloads every `millis` while the page is visible, and at once when it becomes visible again. */
export function useRefresh(reload: () => unknown, millis: number): void {
  const again = () => document.visibilityState === 'visible' && void reload()
  const timer = window.setInterval(again, millis)
  document.addEventListener('visibilitychange', again)
  onScopeDispose(() => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', again)
  })
}
