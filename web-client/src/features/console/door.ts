import type { Router, RouteRecordRaw } from 'vue-router'

/* The console's many pages are named only once somebody goes there, so that their names cost a spectator's phone nothing. */
const DOORS = ['/login', '/console/:rest(.*)*']

/** Routes that stand for the console until it is first visited, and then make room for its own. */
export function consoleDoors(router: () => Router): RouteRecordRaw[] {
  return DOORS.map((path) => ({
    path,
    name: `door:${path}`,
    component: { render: () => null },
    beforeEnter: async (to) => {
      const { consoleRoutes } = await import('./routes')
      DOORS.forEach((door) => router().removeRoute(`door:${door}`))
      consoleRoutes.forEach((route) => router().addRoute(route))
      return { path: to.path, query: to.query, hash: to.hash, replace: true }
    },
  }))
}
