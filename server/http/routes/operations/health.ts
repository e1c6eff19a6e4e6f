import { z } from 'zod';
import { UNAVAILABLE_RETRY_SECONDS } from '../../error-body.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import { indexTasks } from '../../../knowledge/knowledge.ts';
import type { Services } from '../../services.ts';

const common = {
  method: 'get',
  tag: 'Operations',
  permission: 'public',
  errors: 'api',
  bodyKind: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
  status: 200,
} as const;

export function health(): Route {
  return defineRoute({
    ...common,
    path: '/healthz',
    summary: 'The process is alive.',
    response: z.object({ status: z.literal('alive') }),
    handler: () => Promise.resolve({ status: 'alive' as const }),
  });
}

export function ready({ inference, knowledge }: Services): Route {
  return defineRoute({
    ...common,
    path: '/readyz',
    summary:
      'Models are loaded and stores are open; 503 otherwise. `index` says whether the search index is being mended: search goes on meanwhile.',
    response: z.object({ status: z.enum(['ready', 'starting']), index: z.enum(indexTasks) }),
    handler({ response }) {
      const index = knowledge.indexState().task;
      if (inference.ready()) return Promise.resolve({ status: 'ready' as const, index });
      response
        .status(503)
        .set('retry-after', String(UNAVAILABLE_RETRY_SECONDS))
        .json({ status: 'starting', index });
      return Promise.resolve(alreadySent);
    },
  });
}

export function metrics({ metrics: measured, inference }: Services): Route {
  return defineRoute({
    ...common,
    path: '/metrics',
    summary: 'Metrics in Prometheus’ text format: counts and times, no personal data.',
    produces: measured.contentType,
    response: z.string(),
    handler() {
      for (const { id, state } of inference.status())
        measured.modelReady({ model: id, ready: state === 'ready' });
      return measured.render();
    },
  });
}
