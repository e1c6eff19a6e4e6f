import { z } from 'zod';
import { decisions } from '../domain/exchange.ts';
import { actor, commitment, count, hex64, manyWords, passage, typeCounts, word, words } from './field.ts';

const outcome = { exchange: word, actor, outcome_of: z.int().min(1) };

const intended = z.strictObject({
  type: z.literal('exchange.intended'),
  exchange: word,
  actor,
  roles: words,
  reasons: words,
  model: z.strictObject({ id: word, digest: hex64 }),
  mask_profile: word,
  redaction: typeCounts,
  collections: manyWords,
  sources: z.array(passage.extend({ score: count })).max(256),
  grounding: z.enum(['verbatim', 'free', 'off']),
  strength: z.enum(['strong', 'weak', 'none']),
  sampling: z.strictObject({
    max_tokens: count,
    temperature_milli: count,
    top_p_milli: count,
    stops: count,
    format: z.enum(['text', 'json', 'json-schema', 'tools']),
  }),
});

const completed = z.strictObject({
  type: z.literal('exchange.completed'),
  ...outcome,
  decision: z.enum(decisions),
  supported: count,
  removed: count,
  cited: z.array(passage).max(256),
  tokens: z.strictObject({ prompt: count, completion: count }),
  finish: z.enum(['stop', 'length', 'aborted']),
  latency_ms: count,
});

const failed = z.strictObject({
  type: z.literal('exchange.failed'),
  ...outcome,
  code: word,
  latency_ms: count,
});

/** What happens to an exchange. Every intent is closed once: completed, failed, or aborted at the next start. */
export const exchangeBodies = [
  intended.extend({ prompt: commitment }),
  completed.extend({ answer: commitment }),
  failed.extend({ answer: commitment }),
] as const;

/** The one about an exchange that has no content. */
export const abortedBody = z.strictObject({ type: z.literal('exchange.aborted'), ...outcome });

/** The same before their content is sealed. */
export const unsealedBody = z.discriminatedUnion('type', [intended, completed, failed]);

export type UnsealedBody = z.output<typeof unsealedBody>;
