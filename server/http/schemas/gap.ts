import { z } from 'zod';
import { dismissals, gapStates } from '../../knowledge/gaps/gaps.ts';

export const gap = z
  .object({
    id: z.string(),
    /** Masked: `[PERSON]` stands for a name. */
    question: z.string(),
    samples: z.array(z.string()),
    language: z.string(),
    scope: z.array(z.string()),
    state: z.enum(gapStates),
    counts: z.object({ declined: z.int(), unsure: z.int(), disliked: z.int() }),
    /** Askings of the last seven days, and of the seven before. */
    trend: z.object({ last: z.int(), before: z.int() }),
    dismissal: z.enum(dismissals).optional(),
    firstAskedAt: z.string(),
    lastAskedAt: z.string(),
    reopenedAt: z.string().optional(),
  })
  .meta({
    id: 'Gap',
    description: 'A question that nothing answered well, with its other wordings. Nothing says who asked it.',
  });
