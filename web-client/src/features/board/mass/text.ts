import { defineText } from '../../../ui/i18n'
import zh from './messages.zh'

export const useText = defineText('mass', zh, () => import('./messages.en'))
