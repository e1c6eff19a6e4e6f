import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const modelsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/models',
  staticData: { permissions: ['model:manage'] },
  component: lazyRouteComponent(() => import('./models-page.tsx'), 'ModelsPage'),
});

const playgroundRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/models/playground',
  staticData: { permissions: ['chat:create'] },
  component: lazyRouteComponent(() => import('./playground-page.tsx'), 'PlaygroundPage'),
});

export const modelsRoutes = [modelsRoute, playgroundRoute] as const;
