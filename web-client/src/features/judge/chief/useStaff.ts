import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'

const REFRESH_MILLIS = 4_000

/** Reads something now and every few seconds; keeps the last answer when one fails. */
export function useRefreshed<T>(read: () => Promise<T>): { value: ShallowRef<T | undefined>; problem: Ref<unknown>; reload: () => Promise<void> } {
  const value = shallowRef<T>()
  const problem = ref<unknown>()
  async function reload(): Promise<void> {
    try {
      value.value = await read()
      problem.value = undefined
    } catch (error) {
      problem.value = error
    }
  }
  void reload()
  const timer = setInterval(() => void reload(), REFRESH_MILLIS)
  onScopeDispose(() => clearInterval(timer))
  return { value, problem, reload }
}
