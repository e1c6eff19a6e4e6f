import type { Language } from '../domain/language.ts';

/** Evidence from this support on is strong, in a collection that was not calibrated (abstention.ts). */
export const STRONG_SUPPORT = 0.5;

/**
 * Coverage at which an answer is as likely as not. Chinese runs lower: bigrams that cross words are never found.
 * Measured on the 60 sample questions and on 1,552 questions to the CMRC 2018 trial paragraphs (a third of them with
 * the answering paragraph taken away): see tests/unit/knowledge/samples.test.ts. Both stand a little below the
 * best separation, because the model's own veto declines what passes here.
 */
const MIDPOINT: Readonly<Record<Language, number>> = { en: 0.4, zh: 0.26 };
const STEEPNESS = 12;

/** How well a sentence supports an answer, 0 to 1: a logistic curve over its coverage of the question. */
export function supportOf(coverage: number, language: Language): number {
  return 1 / (1 + Math.exp(-STEEPNESS * (coverage - MIDPOINT[language])));
}
