import type { RouteRecordRaw } from 'vue-router'

export const judgeRoutes: RouteRecordRaw[] = [{ path: '/judge', component: () => import('./JudgePage.vue') }]
