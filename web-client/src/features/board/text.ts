import { defineText } from '../../ui/i18n'
import messages from './messages'

export const useText = defineText('board', messages)
