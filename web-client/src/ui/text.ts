import { NoAnswerError, ProblemError } from '../sync/api'
import { defineText } from './i18n'
import zh from './messages.zh'

export const useUiText = defineText('ui', zh, () => import('./messages.en'))

/** The words for an error of the api client, in the language of the moment. */
export function useProblemText(): (error: unknown) => string {
  const { t, tx } = useUiText()
  return (error) => {
    if (error instanceof NoAnswerError) return t('problem.no-answer')
    if (error instanceof ProblemError) {
      const otherwise = t('problem.unknown', { detail: error.detail || error.code })
      return tx('problem', error.code, otherwise, error.values)
    }
    return t('problem.unknown', { detail: error instanceof Error ? error.message : String(error) })
  }
}
