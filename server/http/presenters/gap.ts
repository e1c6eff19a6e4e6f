import type { z } from 'zod';
import type { Gap } from '../../knowledge/gaps/gaps.ts';
import type { gap } from '../schemas/gap.ts';

export function presentGap(found: Gap): z.input<typeof gap> {
  const { id, question, samples, language, scope, state, counts, trend, dismissal } = found;
  const { firstAskedAt, lastAskedAt, reopenedAt } = found;
  return {
    id,
    question,
    samples: [...samples],
    language,
    scope: [...scope],
    state,
    counts,
    trend,
    dismissal,
    firstAskedAt,
    lastAskedAt,
    reopenedAt,
  };
}
