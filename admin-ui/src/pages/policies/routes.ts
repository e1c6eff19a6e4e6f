import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const policiesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policies',
  staticData: { permissions: ['policy:read'] },
  component: lazyRouteComponent(() => import('./policies-page.tsx'), 'PoliciesPage'),
});

const simulatorRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policies/simulator',
  staticData: { permissions: ['policy:decide'] },
  component: lazyRouteComponent(() => import('./simulator-page.tsx'), 'SimulatorPage'),
});

const policyTestsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policies/tests',
  staticData: { permissions: ['policy:decide'] },
  component: lazyRouteComponent(() => import('./policy-tests-page.tsx'), 'PolicyTestsPage'),
});

export const policiesRoutes = [policiesRoute, simulatorRoute, policyTestsRoute] as const;
