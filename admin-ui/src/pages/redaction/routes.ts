import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseRange } from '../../data/time-range.ts';
import { frameRoute } from '../../routing/frame-route.tsx';
import { parseChosenType } from './chosen-type.ts';

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
  validateSearch: parseChosenType,
  staticData: { permissions: ['redaction:read'] },
  component: lazyRouteComponent(() => import('./types-page.tsx'), 'TypesPage'),
});

const statisticsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction/statistics',
  validateSearch: parseRange,
  staticData: { permissions: ['insights:read'] },
  component: lazyRouteComponent(() => import('./statistics/statistics-page.tsx'), 'StatisticsPage'),
});

export const redactionRoutes = [redactionRoute, profilesRoute, typesRoute, statisticsRoute] as const;
