import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../routing/frame-route.tsx';
import {
  parseDocumentAddress,
  parseEvaluationAddress,
  parseListAddress,
  parseSearchAddress,
} from './addresses.ts';

const knowledgeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge',
  staticData: { permissions: ['document:read', 'collection:create'] },
  component: lazyRouteComponent(() => import('./knowledge-page.tsx'), 'KnowledgePage'),
});

const searchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/search',
  staticData: { permissions: ['knowledge:search'] },
  validateSearch: parseSearchAddress,
  component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
});

const evaluationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/evaluation',
  staticData: { permissions: ['evaluation:read'] },
  validateSearch: parseEvaluationAddress,
  component: lazyRouteComponent(() => import('./evaluation/evaluation-page.tsx'), 'EvaluationPage'),
});

const runRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/evaluation/$collectionId/$runId',
  staticData: { permissions: ['evaluation:read'] },
  component: lazyRouteComponent(() => import('./evaluation/run-page.tsx'), 'RunPage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/sources',
  staticData: { permissions: ['source:read'] },
  component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
});

const collectionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/$collectionId',
  staticData: { permissions: ['document:read', 'document:create'] },
  validateSearch: parseListAddress,
  component: lazyRouteComponent(() => import('./collection-page.tsx'), 'CollectionPage'),
});

const documentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/documents/$documentId',
  staticData: { permissions: ['document:read'] },
  validateSearch: parseDocumentAddress,
  component: lazyRouteComponent(() => import('./document-page.tsx'), 'DocumentPage'),
});

const faqRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/faq',
  staticData: { permissions: ['faq:read'] },
  component: lazyRouteComponent(() => import('./faq/faq-page.tsx'), 'FaqPage'),
});

const newFaqRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/faq/new',
  staticData: { permissions: ['faq:write'] },
  component: lazyRouteComponent(() => import('./faq/new-faq-page.tsx'), 'NewFaqPage'),
});

const faqEntryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/faq/$entryId',
  staticData: { permissions: ['faq:read'] },
  component: lazyRouteComponent(() => import('./faq/faq-entry-page.tsx'), 'FaqEntryPage'),
});

const gapsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/gaps',
  staticData: { permissions: ['gap:read'] },
  component: lazyRouteComponent(() => import('./gaps/gaps-page.tsx'), 'GapsPage'),
});

const gapRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/knowledge/gaps/$gapId',
  staticData: { permissions: ['gap:read'] },
  component: lazyRouteComponent(() => import('./gaps/gap-page.tsx'), 'GapPage'),
});

export const knowledgeRoutes = [
  knowledgeRoute,
  searchRoute,
  evaluationRoute,
  runRoute,
  sourcesRoute,
  faqRoute,
  newFaqRoute,
  faqEntryRoute,
  gapsRoute,
  gapRoute,
  collectionRoute,
  documentRoute,
] as const;
