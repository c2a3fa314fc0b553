import { computed, ref, shallowRef } from 'vue'
import { sendAnswers } from '../api/papers'
import { asProblem, newKey, type Problem } from '../api/transport'
import { countRows } from './countRows'

/**
 * One file after another. Its key lasts until all of it was taken, also over a reload of the page: the same file sent again, or mended
 * and sent again, then goes on where it was broken off and counts once.
 */
export function useUpload(discipline: string, entries: () => number) {
  const place = `leitai-answers-${discipline}`
  const file = shallowRef<File>()
  const rows = ref(0)
  const before = ref(0)
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  const taken = ref<number>()
  const recorded = computed(() => Math.min(rows.value, Math.max(0, entries() - before.value)))
  /* Chunks that an earlier try got in are not to be seen from outside; then the bar begins where that one ended. */
  const again = ref(localStorage.getItem(place) !== null)

  async function send(chosen: File): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    taken.value = undefined
    file.value = chosen
    const kept = localStorage.getItem(place)
    const key = kept ?? newKey()
    if (!kept) localStorage.setItem(place, key)
    again.value = kept !== null
    before.value = kept ? Math.min(before.value, entries()) : entries()
    try {
      rows.value = await countRows(chosen)
      taken.value = (await sendAnswers(discipline, chosen, key)).entries
      forget()
    } catch (failure) {
      problem.value = asProblem(failure)
    } finally {
      busy.value = false
    }
  }
  /** The next file is another one, not this one mended. */
  function forget(): void {
    localStorage.removeItem(place)
    again.value = false
  }
  return { file, rows, recorded, busy, problem, taken, again, send, forget }
}
