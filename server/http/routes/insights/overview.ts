import { z } from 'zod';
import { isTimeZone, type TimeRange } from '../../../insights/time-buckets.ts';
import { KEPT_DAYS } from '../../../insights/exchange-facts.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { overview, presentOverview } from '../../presenters/overview.ts';
import type { Services } from '../../services.ts';

const DAY_MS = 86_400_000;

const instant = z.iso.datetime({ offset: true });

const query = z.object({
  from: instant.optional().meta({ description: 'Included; a week before the end when absent.' }),
  to: instant.optional().meta({ description: 'Excluded; now when absent.' }),
  zone: z
    .string()
    .max(64)
    .refine(isTimeZone, 'must be a time zone of the IANA database, for example Asia/Shanghai')
    .default('UTC')
    .meta({ description: 'Whose days and hours are counted.' }),
});

export function getOverview({ overview: readOverview, clock }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/insights/overview',
    summary: 'How the product does: exchanges of a time in figures, the machine, and what needs a look.',
    tag: 'Insights',
    permission: 'insights:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query,
    body: nothing,
    status: 200,
    response: overview,
    handler: async ({ query: { from, to, zone } }) =>
      presentOverview(await readOverview(rangeOf(from, to, clock.now()), zone)),
  });
}

/** Never longer than figures are kept, so that nobody can ask for a million hours. */
function rangeOf(from: string | undefined, to: string | undefined, now: Date): TimeRange {
  const end = to === undefined ? now : new Date(to);
  const earliest = new Date(end.getTime() - KEPT_DAYS * DAY_MS);
  const start = from === undefined ? new Date(end.getTime() - 7 * DAY_MS) : new Date(from);
  return { from: start < earliest ? earliest : start, to: end };
}
