import { useI18n } from '../../../ui/i18n'
import type { Title } from '../api/contests'

/** Titles come in two languages from the server; the other one stands in where one is missing. */
export function useTitles() {
  const { locale } = useI18n()
  return (title: Title | string | undefined): string => {
    if (title === undefined || typeof title === 'string') return title ?? ''
    return locale.value.startsWith('en') ? title.en || title.zh : title.zh
  }
}
