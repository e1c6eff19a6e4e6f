import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { overview, presentOverview } from '../../presenters/overview.ts';
import type { Services } from '../../services.ts';
import { timeRangeOf, timeRangeQuery } from '../../time-range.ts';

export function getOverview({ figures, clock }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/insights/overview',
    summary: 'How the product does: exchanges of a time in figures, the machine, and what needs a look.',
    tag: 'Insights',
    permission: 'insights:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: timeRangeQuery,
    body: nothing,
    status: 200,
    response: overview,
    handler: async ({ query }) =>
      presentOverview(await figures.overview(timeRangeOf(query, clock.now()), query.zone)),
  });
}
