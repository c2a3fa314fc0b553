import { onBeforeUnmount, onMounted } from 'vue'

interface WakeLock {
  request(type: 'screen'): Promise<unknown>
}

/** A page on a wall: dark, and the screen stays on for as long as it is there. */
export function useWall(): void {
  const stayAwake = () => {
    if (document.visibilityState === 'visible') void (navigator as { wakeLock?: WakeLock }).wakeLock?.request('screen').catch(() => {})
  }
  onMounted(() => {
    document.documentElement.dataset['theme'] = 'stage'
    document.addEventListener('visibilitychange', stayAwake) // the lock ends whenever the page is hidden
    stayAwake()
  })
  onBeforeUnmount(() => {
    delete document.documentElement.dataset['theme']
    document.removeEventListener('visibilitychange', stayAwake)
  })
}
