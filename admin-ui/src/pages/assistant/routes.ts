import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const assistantRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assistant',
  staticData: { permissions: ['chat:create'] },
  component: lazyRouteComponent(() => import('./assistant-page.tsx'), 'AssistantPage'),
});

const conversationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assistant/$conversationId',
  staticData: { permissions: ['chat:create'] },
  component: lazyRouteComponent(() => import('./assistant-page.tsx'), 'AssistantPage'),
});

export const assistantRoutes = [assistantRoute, conversationRoute] as const;
