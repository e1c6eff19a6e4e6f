import { z } from 'zod';
import type { Language } from '../../domain/language.ts';

/** Why a question became a gap: it was declined, answered on weak support, or its answer was disliked. */
export const gapCauses = ['declined', 'unsure', 'disliked'] as const;
export type GapCause = (typeof gapCauses)[number];

/** `drafted`: an answer waits for approval. */
export const gapStates = ['open', 'drafted', 'answered', 'dismissed'] as const;
export type GapState = (typeof gapStates)[number];

export const dismissals = ['off-topic', 'not-a-question', 'already-answered', 'personal', 'other'] as const;
export type Dismissal = (typeof dismissals)[number];

/** Masked, with types in place of placeholders; nothing says who asked. */
export interface GapQuestion {
  readonly text: string;
  readonly language: Language;
  /** The collections that were asked. */
  readonly scope: readonly string[];
  readonly cause: GapCause;
}

/** What is sealed of a gap. */
export const gapContents = z.object({
  /** The first wording. */
  question: z.string(),
  /** Other wordings, newest last. */
  samples: z.array(z.string()),
  /** Vector of the first wording, as `encodeVector` writes it. */
  vector: z.string(),
});
export type GapContents = z.output<typeof gapContents>;

/** Questions that ask the same and that nothing answered. */
export interface Gap {
  readonly id: string;
  readonly question: string;
  readonly samples: readonly string[];
  readonly language: Language;
  /** Whoever may read all of these may read the gap. */
  readonly scope: readonly string[];
  readonly state: GapState;
  readonly counts: Readonly<Record<GapCause, number>>;
  /** Askings of the last seven days, and of the seven before. */
  readonly trend: { readonly last: number; readonly before: number };
  readonly dismissal: Dismissal | undefined;
  readonly firstAskedAt: string;
  readonly lastAskedAt: string;
  /** When it was asked in vain again after it had been answered. */
  readonly reopenedAt: string | undefined;
}
