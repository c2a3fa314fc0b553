import { ProblemError } from '../../sync/api'
import { defineText } from '../../ui/i18n'
import { useProblemText } from '../../ui/text'
import zh from './messages.zh'

export const useText = defineText('judge', zh, () => import('./messages.en'))

/** The words for an act of a judge that the server refused, such as a signature. */
export function useActProblem(): (error: unknown) => string {
  const { tx } = useText()
  const general = useProblemText()
  return (error) => (error instanceof ProblemError ? tx('act', error.code, general(error), error.values) : general(error))
}
