import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const overviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/overview',
  staticData: { permissions: ['model:manage'] },
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});

export const overviewRoutes = [overviewRoute] as const;
