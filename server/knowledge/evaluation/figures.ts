import { z } from 'zod';
import { languages } from '../../domain/language.ts';
import type { QuestionResult } from './result.ts';

const count = z.int().min(0);

/** Counts over some questions. Shares are for whoever shows them: they have no meaning where nothing was asked. */
export const evaluationFigures = z
  .object({
    /** Questions that a document answers. */
    answerable: count,
    /** Of those: the first citation names the right document. */
    cited: count,
    /** Answerable questions whose sentence is known, and of those: the answer holds it. */
    withSentence: count,
    gold: count,
    /** Answerable questions that were not declined. */
    answered: count,
    /** Questions that nothing answers, and of those: declined. */
    unanswerable: count,
    declined: count,
    /** Citations shown, and of those: word for word in the stored document. */
    citations: count,
    verbatim: count,
    /** Milliseconds for a whole exchange. */
    p50: count,
    p95: count,
    /** The same questions by a baseline: the best passage by words alone, which never declines. */
    baseline: z.object({ cited: count, gold: count }),
  })
  .meta({ id: 'EvaluationFigures', description: 'Counts over the questions of an evaluation.' });
export type EvaluationFigures = z.infer<typeof evaluationFigures>;

/** Figures of all questions, and of those in each language that occurs. */
export const figuresByLanguageSchema = z.object({
  all: evaluationFigures,
  en: evaluationFigures.optional(),
  zh: evaluationFigures.optional(),
});
export type FiguresByLanguage = z.infer<typeof figuresByLanguageSchema>;

export function figuresByLanguage(results: readonly QuestionResult[]): FiguresByLanguage {
  const spoken = languages.filter((language) => results.some((result) => result.language === language));
  return {
    all: figuresOf(results),
    ...Object.fromEntries(
      spoken.map((language) => [
        language,
        figuresOf(results.filter((result) => result.language === language)),
      ]),
    ),
  };
}

export function figuresOf(results: readonly QuestionResult[]): EvaluationFigures {
  const answerable = results.filter(({ document }) => document !== null);
  const withSentence = answerable.filter(({ sentence }) => sentence !== null);
  const impossible = results.filter(({ document }) => document === null);
  const times = results.map(({ ms }) => ms).toSorted((left, right) => left - right);
  return {
    answerable: answerable.length,
    cited: answerable.filter(({ cited }) => cited).length,
    withSentence: withSentence.length,
    gold: withSentence.filter(({ gold }) => gold).length,
    answered: answerable.filter(({ decision }) => decision !== 'declined').length,
    unanswerable: impossible.length,
    declined: impossible.filter(({ decision }) => decision === 'declined').length,
    citations: results.reduce((sum, { citations }) => sum + citations, 0),
    verbatim: results.reduce((sum, { verbatim }) => sum + verbatim, 0),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    baseline: {
      cited: answerable.filter(({ baseline }) => baseline.cited).length,
      gold: withSentence.filter(({ baseline }) => baseline.gold).length,
    },
  };
}

/** Nearest rank. */
function percentile(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
}
