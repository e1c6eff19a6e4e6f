import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const referenceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reference',
  staticData: { permissions: ['session:read'] },
  component: lazyRouteComponent(() => import('./reference-page.tsx'), 'ReferencePage'),
});

export const referenceRoutes = [referenceRoute] as const;
