import { createApp } from 'vue'
import { i18n, currentLocale, switchLocale } from '../ui/i18n'
import '../ui/tokens.css'
import '../ui/base.css'
import App from './App.vue'
import { router } from './router'

void switchLocale(currentLocale()).then(() => createApp(App).use(i18n).use(router).mount('#app'))

// Slices of the font come after the first paint; the system's own Chinese font stands in until then.
void import('@fontsource-variable/noto-sans-sc/index.css')
