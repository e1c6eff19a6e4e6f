import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';

const assistantRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assistant',
  staticData: { permissions: ['chat:create'] },
  component: lazyRouteComponent(() => import('./assistant-page.tsx'), 'AssistantPage'),
});

/** Drawn by the page above: it stays in place while one conversation after the other is opened. */
const conversationRoute = createRoute({
  getParentRoute: () => assistantRoute,
  path: '$conversationId',
  staticData: { permissions: ['chat:create'] },
});

export const assistantRoutes = [assistantRoute.addChildren([conversationRoute])] as const;
