import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';
import { parseComplianceSearch } from './compliance/compliance-search.ts';
import { parseFilters } from './search-filters.ts';

const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  validateSearch: parseFilters,
  staticData: { permissions: ['audit:read', 'audit:verify'] },
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
});

const complianceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit/compliance',
  validateSearch: parseComplianceSearch,
  staticData: { permissions: ['audit:read'] },
  component: lazyRouteComponent(() => import('./compliance/compliance-page.tsx'), 'CompliancePage'),
});

const requestsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit/requests',
  staticData: { permissions: ['audit:approve'] },
  component: lazyRouteComponent(() => import('./requests/requests-page.tsx'), 'RequestsPage'),
});

const requestRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit/requests/$id',
  staticData: { permissions: ['audit:approve'] },
  component: lazyRouteComponent(() => import('./requests/request-page.tsx'), 'RequestPage'),
});

const auditEntryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit/$seq',
  staticData: { permissions: ['audit:read'] },
  component: lazyRouteComponent(() => import('./audit-entry-page.tsx'), 'AuditEntryPage'),
});

export const auditRoutes = [
  auditRoute,
  complianceRoute,
  requestsRoute,
  requestRoute,
  auditEntryRoute,
] as const;
