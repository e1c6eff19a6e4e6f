import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';
import { parseFilters } from './search-filters.ts';

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  validateSearch: parseFilters,
  staticData: { permissions: ['audit:read', 'audit:verify'] },
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
});

const auditEntryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit/$seq',
  staticData: { permissions: ['audit:read'] },
  component: lazyRouteComponent(() => import('./audit-entry-page.tsx'), 'AuditEntryPage'),
});

export const auditRoutes = [auditRoute, auditEntryRoute] as const;
