import { z } from 'zod';
import { LITERAL_LABEL } from '../entity-catalog.ts';
import { tiers } from '../entity-type.ts';
import { compileLinearPattern, MAX_PATTERN_LENGTH } from './linear-pattern.ts';

const MAX_RULES = 200;
const MAX_WORDS = 20_000;

const text = z.string().min(1).max(2_000);

const customType = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]{2,39}$/, 'must be capitals, digits and underscores'),
  /** Family name in placeholders. */
  label: z
    .string()
    .regex(/^[A-Z][A-Z_]{1,9}$/, 'must be 2 to 10 capitals and underscores')
    .refine((label) => label !== LITERAL_LABEL, `must not be ${LITERAL_LABEL}`),
  tier: z.enum(tiers),
});

/** Looked at with the other fields, so that whoever writes rules sees all that is wrong at once. */
const pattern = z
  .string()
  .min(1)
  .max(MAX_PATTERN_LENGTH, { abort: true })
  .superRefine((source, context) => {
    try {
      compileLinearPattern(source);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unreadable';
      context.addIssue({ code: 'custom', message: `the pattern is not RE2: ${reason}` });
    }
  });

const customRule = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/, 'must be lower-case letters, digits and dashes'),
    type: z.string(),
    words: z.array(z.string().trim().min(2).max(100)).min(1).max(MAX_WORDS).optional(),
    pattern: pattern.optional(),
    /** One of them must stand near. */
    context: z.array(z.string().trim().min(1).max(40)).min(1).max(100).optional(),
    score: z.number().gt(0).max(1).default(0.9),
    tests: z.strictObject({
      found: z
        .array(text.refine((marked) => /⟦[^⟦⟧]+⟧/.test(marked), 'must hold one value between ⟦ and ⟧'))
        .min(1)
        .max(100),
      ignored: z.array(text).min(1).max(100),
    }),
  })
  .refine((rule) => (rule.words === undefined) !== (rule.pattern === undefined), {
    message: 'must have words or a pattern, and not both',
    path: ['id'],
  });

/** What a file of an operator's own rules says. */
export const customRuleFile = z.strictObject({
  types: z.array(customType).max(MAX_RULES).default([]),
  rules: z.array(customRule).min(1).max(MAX_RULES),
});

export type CustomRuleFile = z.output<typeof customRuleFile>;
export type CustomRule = CustomRuleFile['rules'][number];
