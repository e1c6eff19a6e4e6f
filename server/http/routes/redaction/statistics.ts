import { z } from 'zod';
import { type MaskStatistics, MOST_SERIES } from '../../../insights/mask-statistics.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';
import { timeRangeOf, timeRangeQuery } from '../../time-range.ts';

const typeCount = z.object({ type: z.string(), count: z.int() });

const statistics = z
  .object({
    unit: z.enum(['hour', 'day']),
    exchanges: z.int(),
    masked: z.int(),
    types: z.array(
      typeCount.extend({ exchanges: z.int().meta({ description: 'In how many exchanges it was found.' }) }),
    ),
    profiles: z.array(
      z.object({
        profile: z.string().optional().meta({ description: 'Absent where it was not kept.' }),
        exchanges: z.int(),
        masked: z.int(),
      }),
    ),
    buckets: z.array(
      z.object({
        from: z.string(),
        masked: z.int(),
        types: z
          .array(typeCount)
          .meta({ description: `Of the ${MOST_SERIES} most frequent types of the whole time.` }),
      }),
    ),
  })
  .meta({
    id: 'MaskStatistics',
    description: 'What was masked in the answered exchanges of a time. Numbers only, never a value.',
  });

export function getMaskStatistics({ figures, clock }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/redaction/statistics',
    summary: 'How many values were masked in a time: by type, by day or hour, and by profile.',
    tag: 'Redaction',
    permission: 'insights:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: timeRangeQuery,
    body: nothing,
    status: 200,
    response: statistics,
    handler: async ({ query }) =>
      presentStatistics(await figures.maskStatistics(timeRangeOf(query, clock.now()), query.zone)),
  });
}

function presentStatistics({
  types,
  profiles,
  buckets,
  ...totals
}: MaskStatistics): z.input<typeof statistics> {
  return {
    ...totals,
    types: [...types],
    profiles: profiles.map(({ profile, exchanges, masked }) => ({
      exchanges,
      masked,
      ...(profile === undefined ? {} : { profile }),
    })),
    buckets: buckets.map(({ from, masked, types: counts }) => ({
      from: from.toISOString(),
      masked,
      types: [...counts],
    })),
  };
}
