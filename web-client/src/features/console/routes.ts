import type { RouteRecordRaw } from 'vue-router'

/* Every page is its own chunk; a judge's tablet or a phone never loads any of them. */
export const consoleRoutes: RouteRecordRaw[] = [
  {
    path: '/login',
    component: () => import('./frame/ConsoleShell.vue'),
    children: [{ path: '', name: 'login', component: () => import('./session/SignInPage.vue') }],
  },
  {
    path: '/console',
    component: () => import('./frame/ConsoleShell.vue'),
    children: [
      {
        path: '',
        component: () => import('./frame/ConsoleFrame.vue'),
        children: [
          { path: '', name: 'contests', component: () => import('./contests/ContestsPage.vue') },
          { path: 'new', name: 'new-contest', component: () => import('./contests/NewContestPage.vue') },
          { path: 'c/:contest', component: () => import('./frame/ContestFrame.vue'), props: true, children: contestRoutes() },
        ],
      },
    ],
  },
]

function contestRoutes(): RouteRecordRaw[] {
  return [
    { path: '', name: 'contest', component: () => import('./contests/OverviewPage.vue') },
  ]
}
