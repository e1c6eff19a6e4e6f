import { z } from 'zod';
import { testKinds, testOutcomes } from '../../../redaction/custom/run-rule-tests.ts';
import type { TestedRule } from '../../../redaction/custom/tested-rule.ts';
import { tiers } from '../../../redaction/entity-type.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { pageLimit } from '../../paging.ts';
import type { Services } from '../../services.ts';

/** Of a long list; its length is told. */
const MOST_WORDS = 100;
/** Characters of a file, about 200 rules with their tests. */
const MOST_TEXT = 200_000;
const MOST_SAMPLE = 20_000;

const line = z.int().optional().meta({ description: 'From 1.' });

const customRule = z
  .object({
    id: z.string(),
    type: z.string(),
    tier: z.enum(tiers),
    file: z.string(),
    line,
    words: z.array(z.string()).meta({ description: `The first ${MOST_WORDS}; none for a pattern.` }),
    wordCount: z.int(),
    pattern: z.string().optional().meta({ description: 'RE2.' }),
    context: z
      .array(z.string())
      .meta({ description: 'One of them must stand near; none when it needs none.' }),
    score: z.number(),
    profiles: z.array(z.string()).meta({ description: 'Profiles that look for what it finds.' }),
    tests: z.array(
      z.object({
        kind: z
          .enum(testKinds)
          .meta({ description: 'Whether the value between ⟦ and ⟧ must be found, or nothing.' }),
        text: z.string(),
        line,
        outcome: z.enum(testOutcomes),
      }),
    ),
  })
  .meta({
    id: 'CustomRule',
    description: 'A rule that an operator wrote, with its tests as they came out just now.',
  });

export function listCustomRules({ customRules }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/redaction/custom-rules',
    summary:
      'The rules of policies/redaction/custom that are in force, with their tests, which are run for the answer.',
    tag: 'Redaction',
    permission: 'redaction:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      limit: pageLimit,
      after: z
        .string()
        .regex(/^[a-z][a-z0-9-]{2,59}$/)
        .optional()
        .meta({ description: '`next` of the page before.' }),
    }),
    body: nothing,
    status: 200,
    response: z.object({ rules: z.array(customRule), total: z.int(), next: z.string().optional() }),
    handler({ query }) {
      const { rules, total, next } = customRules.list(query);
      return Promise.resolve({
        rules: rules.map(presentRule),
        total,
        ...(next === undefined ? {} : { next }),
      });
    },
  });
}

/** What is pasted here stands in the answer only: nothing of it is kept, logged or told in an error. */
export function checkCustomRules({ customRules }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/redaction/custom-rules/check',
    summary:
      'What would come of a file of rules: its problems by line, its tests, and what it finds in a sample. Nothing is kept.',
    tag: 'Redaction',
    permission: 'policy:decide',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({
      file: z
        .string()
        .regex(
          /^[A-Za-z0-9][\w-]{0,59}\.yaml$/,
          'must be a name of letters, digits and dashes that ends with .yaml',
        )
        .default('rules.yaml')
        .meta({ description: 'Where it would stand; it is checked in place of the file of this name.' }),
      text: z.string().max(MOST_TEXT),
      sample: z.string().max(MOST_SAMPLE).default(''),
    }),
    status: 200,
    response: z.object({
      problems: z
        .array(z.object({ message: z.string(), line }))
        .meta({ description: 'Why the next start would refuse it; none when it would load.' }),
      rules: z.array(customRule).meta({ description: 'None when the file cannot be read.' }),
      findings: z.array(
        z.object({
          type: z.string(),
          rule: z.string(),
          start: z.int().meta({ description: 'Offset in UTF-16 code units of the sample.' }),
          end: z.int(),
        }),
      ),
    }),
    handler({ body }) {
      const { problems, rules, findings } = customRules.check(body);
      return Promise.resolve({
        problems: problems.map(({ message, line: at }) => ({ message, ...optionalLine(at) })),
        rules: rules.map(presentRule),
        findings: findings.map(({ type, rule, start, end }) => ({ type, rule, start, end })),
      });
    },
  });
}

function presentRule({
  rule,
  tier,
  file,
  line: at,
  profiles,
  tests,
}: TestedRule): z.input<typeof customRule> {
  const { id, type, words = [], pattern, context = [], score } = rule;
  return {
    id,
    type,
    tier,
    file,
    ...optionalLine(at),
    words: words.slice(0, MOST_WORDS),
    wordCount: words.length,
    ...(pattern === undefined ? {} : { pattern }),
    context: [...context],
    score,
    profiles: [...profiles],
    tests: tests.map(({ kind, text, line: place, outcome }) => ({
      kind,
      text,
      outcome,
      ...optionalLine(place),
    })),
  };
}

function optionalLine(at: number | undefined): { readonly line?: number } {
  return at === undefined ? {} : { line: at };
}
