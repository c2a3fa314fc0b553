import { defineText } from '../../ui/i18n'
import zh from './messages.zh'

export const useText = defineText('me', zh, () => import('./messages.en'))
