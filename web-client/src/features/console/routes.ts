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
          { path: 'accounts', name: 'accounts', component: () => import('./roles/AccountsPage.vue') },
          { path: 'installation', name: 'installation', component: () => import('./installation/InstallationPage.vue') },
          { path: 'c/:contest', component: () => import('./frame/ContestFrame.vue'), props: true, children: contestRoutes() },
        ],
      },
    ],
  },
]

function contestRoutes(): RouteRecordRaw[] {
  return [
    { path: '', name: 'contest', component: () => import('./contests/OverviewPage.vue') },
    { path: 'disciplines/new', name: 'new-discipline', component: () => import('./disciplines/NewDisciplinePage.vue') },
    { path: 'units', name: 'units', component: () => import('./people/UnitsPage.vue') },
    { path: 'entries', name: 'entries', component: () => import('./people/EntriesPage.vue') },
    { path: 'entries/slips', name: 'slips', component: () => import('./people/SlipsPage.vue') },
    { path: 'import/:kind(units|entries|theory)', name: 'import', component: () => import('./people/ImportPage.vue') },
    { path: 'arrival', name: 'arrival', component: () => import('./people/CheckInPage.vue') },
    { path: 'walls', name: 'walls', component: () => import('./walls/WallsPage.vue') },
    { path: 'roles', name: 'roles', component: () => import('./roles/RolesPage.vue') },
    {
      path: 'd/:discipline',
      component: () => import('./frame/DisciplineFrame.vue'),
      children: [
        { path: '', name: 'discipline', component: () => import('./disciplines/DisciplinePage.vue') },
        { path: 'numbers', name: 'numbers', component: () => import('./numbers/NumbersPage.vue') },
        { path: 'seats', name: 'seats', component: () => import('./seats/SeatsPage.vue') },
        { path: 'seats/cards', name: 'seat-cards', component: () => import('./seats/SeatCardsPage.vue') },
        { path: 'sessions', name: 'sessions', component: () => import('./sessions/SessionsPage.vue') },
        { path: 'progress', name: 'progress', component: () => import('./progress/ProgressPage.vue') },
        { path: 'claims', name: 'claims', component: () => import('./progress/ClaimsPage.vue') },
        { path: 'answers', name: 'answers', component: () => import('./answers/AnswersPage.vue') },
        { path: 'publication', name: 'publication', component: () => import('./publication/PublicationPage.vue') },
      ],
    },
  ]
}
