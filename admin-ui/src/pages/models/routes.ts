import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const modelsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/models',
  staticData: { permissions: ['model:inspect'] },
  component: lazyRouteComponent(() => import('./models-page.tsx'), 'ModelsPage'),
});

const playgroundRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/models/playground',
  staticData: { permissions: ['chat:create'] },
  validateSearch: ({ model }: Record<string, unknown>): { model?: string } =>
    typeof model === 'string' ? { model } : {},
  component: lazyRouteComponent(() => import('./playground/playground-page.tsx'), 'PlaygroundPage'),
});

export const modelsRoutes = [modelsRoute, playgroundRoute] as const;
