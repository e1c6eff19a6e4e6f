import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const redactionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction',
  staticData: { permissions: ['redaction:preview', 'redaction:read'] },
  component: lazyRouteComponent(() => import('./redaction-page.tsx'), 'RedactionPage'),
});

const profilesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction/profiles',
  staticData: { permissions: ['redaction:read'] },
  component: lazyRouteComponent(() => import('./profiles-page.tsx'), 'ProfilesPage'),
});

const typesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction/types',
  staticData: { permissions: ['redaction:read'] },
  component: lazyRouteComponent(() => import('./types-page.tsx'), 'TypesPage'),
});

export const redactionRoutes = [redactionRoute, profilesRoute, typesRoute] as const;
