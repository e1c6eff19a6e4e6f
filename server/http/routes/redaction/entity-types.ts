import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const type = z
  .object({
    id: z.string(),
    label: z.string(),
    locale: z.string(),
    tier: z.string(),
    context: z.array(z.string()),
    rules: z.array(z.string()),
  })
  .meta({
    id: 'EntityType',
    description: 'A kind of value that masking knows, with the words that announce it.',
  });

const rule = z
  .object({
    id: z.string(),
    type: z.string(),
    locale: z.string(),
    tier: z.string(),
    validator: z.string(),
    score: z.number(),
  })
  .meta({ id: 'DetectionRule', description: 'How values of a type are found, and what decides.' });

export function listEntityTypes({ redactor }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/redaction/types',
    summary: 'Every type of value and every rule that finds one.',
    tag: 'Redaction',
    permission: 'redaction:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({
      types: z.array(type),
      rules: z.array(rule),
      totals: z.object({ types: z.int(), rules: z.int() }),
    }),
    handler() {
      const { types, rules, totals } = redactor.list();
      return Promise.resolve({
        types: types.map((listed) => ({
          ...listed,
          context: [...listed.context],
          rules: [...listed.rules],
        })),
        rules: rules.map(({ id, type: of, locale, tier, validator, score }) => ({
          id,
          type: of,
          locale,
          tier,
          validator,
          score,
        })),
        totals: { types: totals.types, rules: totals.rules },
      });
    },
  });
}
