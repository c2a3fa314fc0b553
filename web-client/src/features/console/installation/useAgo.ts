import { useI18n } from '../../../ui/i18n'

const MINUTE = 60
const HOUR = 3600

/** A span of time in one short word. */
export function useAgo() {
  const { t } = useI18n()
  return (seconds: number): string => {
    if (seconds < MINUTE) return t('console.watch.span.seconds', { count: seconds })
    if (seconds < HOUR) return t('console.watch.span.minutes', { count: Math.floor(seconds / MINUTE) })
    return t('console.watch.span.hours', { count: Math.floor(seconds / HOUR) })
  }
}
