import { createApp, type App } from 'vue'
import Pages from './App.vue'
import { router } from './router'

/** Everything but boards: judges, contestants, the console. */
export const pages = (): App => createApp(Pages).use(router)
