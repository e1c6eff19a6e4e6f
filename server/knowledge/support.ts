/** What is known about the best sentence. */
export interface SupportFeatures {
  /** Share of the question's information that the sentence and its surroundings hold, 0 to 1. */
  readonly coverage: number;
  /** Cosine of its passage with the question. */
  readonly cosine: number;
}

/** Evidence from this support on is strong. */
export const STRONG_SUPPORT = 0.4;

/** How well a sentence supports an answer, 0 to 1. */
export function supportOf({ coverage }: SupportFeatures): number {
  return Math.min(1, Math.max(0, coverage));
}
