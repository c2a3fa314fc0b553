import { onScopeDispose, ref, type Ref } from 'vue'

/** The device's time, some times a second. */
export function useNow(everyMillis: number): Ref<number> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMillis)
  onScopeDispose(() => clearInterval(timer))
  return now
}
