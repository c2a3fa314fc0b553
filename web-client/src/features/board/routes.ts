import type { RouteRecordRaw } from 'vue-router'

export const boardRoutes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./BoardList.vue') },
  { path: '/b/:discipline', component: () => import('./PhoneBoard.vue'), props: true },
  { path: '/hall/:discipline', component: () => import('./HallBoard.vue'), props: true },
]
