import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people',
  staticData: { permissions: ['user:list'] },
  component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
});

const keysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people/keys',
  staticData: { permissions: ['api-key:list'] },
  component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
});

const sessionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people/sessions',
  staticData: { permissions: ['session:list'] },
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
});

const guideRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('./guide-page.tsx'), 'GuidePage'),
});

export const peopleRoutes = [peopleRoute, keysRoute, sessionsRoute, accountRoute, guideRoute] as const;
