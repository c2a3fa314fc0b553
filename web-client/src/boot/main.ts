import { createApp } from 'vue'
import { boardAt } from '../features/board/routes'
import { sliceFonts } from '../ui/glyphs'
import { currentLocale, switchLocale } from '../ui/i18n'
import '../ui/tokens.css'
import '../ui/base.css'
import BoardApp from './BoardApp.vue'

// Spectators come by the thousand and see boards only; everybody else's pages come with a router.
const started = boardAt(location.pathname + location.search) ? Promise.resolve(createApp(BoardApp)) : import('./pages').then(({ pages }) => pages())
void Promise.all([started, switchLocale(currentLocale())]).then(([app]) => app.mount('#app'))

void sliceFonts()
