import type { RouteRecordRaw } from 'vue-router'

export const meRoutes: RouteRecordRaw[] = [
  { path: '/me', component: () => import('./MePage.vue') },
  { path: '/apply/:contest', component: () => import('./ApplyPage.vue'), props: true },
]
