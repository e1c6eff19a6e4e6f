import { z } from 'zod';
import { decisions } from '../../domain/exchange.ts';
import { languages } from '../../domain/language.ts';

/** What became of one question. */
export const questionResult = z.object({
  language: z.enum(languages),
  document: z.string().nullable(),
  sentence: z.string().nullable(),
  decision: z.enum(decisions),
  answer: z.string(),
  /** Source of the document that the first citation names. */
  source: z.string().nullable(),
  /** Whether that is the right one. */
  cited: z.boolean(),
  /** Whether the answer holds the sentence. */
  gold: z.boolean(),
  citations: z.int(),
  verbatim: z.int(),
  /** Support of the best evidence, 0 to 1; null when there was none. */
  support: z.number().nullable(),
  /** Whether it would be answered if its support sufficed; a model may still decline. */
  answers: z.boolean(),
  ms: z.number(),
  baseline: z.object({ cited: z.boolean(), gold: z.boolean() }),
});
export type QuestionResult = z.infer<typeof questionResult>;
