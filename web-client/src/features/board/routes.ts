import type { RouteRecordRaw } from 'vue-router'

export const boardRoutes: RouteRecordRaw[] = [{ path: '/', component: () => import('./BoardList.vue') }]
