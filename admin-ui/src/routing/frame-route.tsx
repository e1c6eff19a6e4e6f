import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import type { Permission } from '../data/session.ts';
import { CrashState } from '../components/states.tsx';
import { Entrance } from '../shell/entrance.tsx';
import { NotFound } from '../shell/not-found.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who has one of these may open the page; everybody who is signed in when absent. */
    readonly permissions?: readonly Permission[];
  }
}

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Every page: signed in, with the side bar around it. Areas hang their routes under it. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Entrance,
  errorComponent: CrashState,
  notFoundComponent: NotFound,
});
