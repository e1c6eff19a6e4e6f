import { createRoute, createRouter } from '@tanstack/react-router';
import { assistantRoutes } from './pages/assistant/routes.ts';
import { auditRoutes } from './pages/audit/routes.ts';
import { knowledgeRoutes } from './pages/knowledge/routes.ts';
import { modelsRoutes } from './pages/models/routes.ts';
import { overviewRoutes } from './pages/overview/routes.ts';
import { peopleRoutes } from './pages/people/routes.ts';
import { policiesRoutes } from './pages/policies/routes.ts';
import { redactionRoutes } from './pages/redaction/routes.ts';
import { referenceRoutes } from './pages/reference/routes.ts';
import { frameRoute, rootRoute } from './routing/frame-route.tsx';
import { Home } from './shell/home.tsx';
import { NotFound } from './shell/not-found.tsx';

const homeRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: Home });

/** Any other address: said inside the frame, after signing in. */
const strayRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound });

const pages = [
  homeRoute,
  strayRoute,
  ...assistantRoutes,
  ...overviewRoutes,
  ...auditRoutes,
  ...peopleRoutes,
  ...policiesRoutes,
  ...knowledgeRoutes,
  ...redactionRoutes,
  ...modelsRoutes,
  ...referenceRoutes,
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren([frameRoute.addChildren(pages)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
