import { defineText } from '../../ui/i18n'
import zh from './messages.zh'

export const useText = defineText('judge', zh, () => import('./messages.en'))
