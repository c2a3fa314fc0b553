import { ref, type Ref } from 'vue'
import { asProblem, newKey, type Problem } from '../api/transport'

export interface Act {
  busy: Ref<boolean>
  problem: Ref<Problem | undefined>
  run: <T>(act: (key: string) => Promise<T>) => Promise<T | undefined>
}

/**
 * One button's act: busy while it runs, its problem kept for the page to show. When the answer was lost the next press sends the same
 * idempotency key, so it is done once; after any definite answer the next press is a new act.
 */
export function useAct(): Act {
  const busy = ref(false)
  const problem = ref<Problem>()
  let key = newKey()
  async function run<T>(act: (key: string) => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      const answer = await act(key)
      key = newKey()
      return answer
    } catch (failure) {
      problem.value = asProblem(failure)
      if (problem.value.status !== 0 && problem.value.status !== 503) key = newKey()
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, run }
}
