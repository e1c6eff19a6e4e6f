import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseRange } from '../../data/time-range.ts';
import { frameRoute } from '../../routing/frame-route.tsx';
import { parseChosenType } from './chosen-type.ts';
import { parseChosenFile } from './rules/chosen-file.ts';

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

const rulesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction/rules',
  staticData: { permissions: ['redaction:read'] },
  component: lazyRouteComponent(() => import('./rules/rules-page.tsx'), 'RulesPage'),
});

const draftRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction/rules/try',
  validateSearch: parseChosenFile,
  staticData: { permissions: ['policy:decide'] },
  component: lazyRouteComponent(() => import('./rules/draft-page.tsx'), 'DraftPage'),
});

const tokensRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction/tokens',
  staticData: { permissions: ['redaction:open'] },
  component: lazyRouteComponent(() => import('./tokens/tokens-page.tsx'), 'TokensPage'),
});

const statisticsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/redaction/statistics',
  validateSearch: parseRange,
  staticData: { permissions: ['insights:read'] },
  component: lazyRouteComponent(() => import('./statistics/statistics-page.tsx'), 'StatisticsPage'),
});

export const redactionRoutes = [
  redactionRoute,
  profilesRoute,
  typesRoute,
  rulesRoute,
  draftRoute,
  statisticsRoute,
  tokensRoute,
] as const;
