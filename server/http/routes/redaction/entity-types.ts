import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { tiers } from '../../../redaction/entity-type.ts';
import { byScript, type ListedRule, type ListedType } from '../../../redaction/redaction-listing.ts';
import { ruleKinds } from '../../../redaction/rule.ts';
import { groupBy } from '../../../util/group-by.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const tested = z.object({
  positives: z.int().meta({ description: 'Texts with a value that is found.' }),
  negatives: z.int().meta({ description: 'Texts in which nothing is found.' }),
});

const head = { id: z.string(), label: z.string(), locale: z.string(), tier: z.enum(tiers) };

const type = z
  .object({
    ...head,
    locales: z.array(z.string()).meta({ description: 'Countries, states and vendors of its rules.' }),
    kinds: z.array(z.enum(ruleKinds)).meta({ description: 'How its rules detect.' }),
    context: z.array(z.string()),
    rules: z.array(z.string()).meta({ description: 'Ids.' }),
    tests: tested,
  })
  .meta({
    id: 'EntityType',
    description: 'A kind of value that masking knows, with the words that announce it.',
  });

const rule = z
  .object({
    id: z.string(),
    locale: z.string().meta({ description: 'Country or state, vendor, or `*`.' }),
    kind: z.enum(ruleKinds),
    validator: z.string(),
    score: z.number(),
    needsContext: z.boolean().meta({ description: 'Whether a context word must stand near.' }),
    forms: z.array(z.string()).meta({ description: 'Lengths and groupings, literals, or the pattern.' }),
    positives: z.array(z.string()).meta({ description: 'The value stands between ⟦ and ⟧.' }),
    negatives: z.array(z.string()),
  })
  .meta({
    id: 'DetectionRule',
    description: 'How values of a type are found, what decides, and the texts that test it.',
  });

const described = z
  .object({
    ...head,
    context: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
    rules: z.array(rule),
  })
  .meta({ id: 'DescribedType', description: 'A kind of value with its rules in full.' });

const common = {
  method: 'get',
  tag: 'Redaction',
  permission: 'redaction:read',
  errors: 'api',
  bodyKind: 'none',
  query: nothing,
  body: nothing,
  status: 200,
} as const;

export function listEntityTypes({ redactor }: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/redaction/types',
    summary: 'Every type of value, with how many rules find it and how many texts test them.',
    params: nothing,
    response: z.object({ types: z.array(type), totals: tested.extend({ types: z.int(), rules: z.int() }) }),
    handler() {
      const { types, rules, totals } = redactor.list();
      const rulesByType = groupBy(rules, (listed) => listed.type);
      return Promise.resolve({
        types: types.map((listed) => presentType(listed, rulesByType.get(listed.id) ?? [])),
        totals,
      });
    },
  });
}

export function getEntityType({ redactor }: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/redaction/types/{id}',
    summary: 'A type of value with its rules in full.',
    params: z.object({ id: z.string() }),
    response: described,
    handler({ params }) {
      const { types, rules } = redactor.list();
      const found = types.find(({ id }) => id === params.id);
      if (found === undefined)
        throw new AppError('ERR_NOT_FOUND', 'There is no such type of value.', { status: 404 });
      return Promise.resolve(
        describeType(
          found,
          rules.filter((listed) => listed.type === found.id),
        ),
      );
    },
  });
}

function presentType(
  { id, label, locale, tier, context, rules: ids }: ListedType,
  rules: readonly ListedRule[],
): z.input<typeof type> {
  return {
    id,
    label,
    locale,
    tier,
    locales: unique(rules.map((listed) => listed.locale)),
    kinds: unique(rules.map(({ kind }) => kind)),
    context: [...context],
    rules: [...ids],
    tests: {
      positives: rules.reduce((sum, { positives }) => sum + positives.length, 0),
      negatives: rules.reduce((sum, { negatives }) => sum + negatives.length, 0),
    },
  };
}

function describeType(
  { id, label, locale, tier, context }: ListedType,
  rules: readonly ListedRule[],
): z.input<typeof described> {
  const words = byScript(context);
  return {
    id,
    label,
    locale,
    tier,
    context: { en: [...words.en], zh: [...words.zh] },
    rules: rules.map((listed) => ({
      id: listed.id,
      locale: listed.locale,
      kind: listed.kind,
      validator: listed.validator,
      score: listed.score,
      needsContext: listed.needsContext,
      forms: [...listed.forms],
      positives: [...listed.positives],
      negatives: [...listed.negatives],
    })),
  };
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
