import { defineText } from '../i18n'
import zh from './messages.zh'

export const useText = defineText('why', zh, () => import('./messages.en'))
