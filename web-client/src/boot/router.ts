import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { consoleDoors } from '../features/console/door'
import { judgeRoutes } from '../features/judge/routes'
import { meRoutes } from '../features/me/routes'

// Every page is loaded when it is first visited, so that a spectator's phone never pays for the console.
const routes: RouteRecordRaw[] = [
  ...consoleDoors(() => router),
  ...judgeRoutes,
  ...meRoutes,
  { path: '/:rest(.*)*', component: () => import('../ui/NotFound.vue') },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
