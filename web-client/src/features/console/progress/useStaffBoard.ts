import { onScopeDispose, ref } from 'vue'

/* Marks come in bursts; the grid is read again at most this often. */
const CONFLATE_MILLIS = 400
/* Without a stream, or should a frame get lost, the grid is never older than this. */
const FALLBACK_MILLIS = 5_000

/** Calls `changed` when the staff board of a discipline moved, and every few seconds besides. */
export function useStaffBoard(discipline: string, changed: () => unknown) {
  const live = ref(false)
  let waiting: number | undefined
  const soon = () => {
    waiting ??= window.setTimeout(() => {
      waiting = undefined
      changed()
    }, CONFLATE_MILLIS)
  }
  const stream = new EventSource(`/api/v1/stream?boards=${discipline}/staff`)
  stream.addEventListener('open', () => (live.value = true))
  stream.addEventListener('error', () => (live.value = false))
  stream.addEventListener('board', soon)
  const timer = window.setInterval(() => document.visibilityState === 'visible' && changed(), FALLBACK_MILLIS)
  onScopeDispose(() => {
    stream.close()
    window.clearInterval(timer)
    window.clearTimeout(waiting)
  })
  return { live }
}
