import type { EvaluationFigures } from '../../../data/evaluations.ts';

/** What an evaluation measures, in the order of its tables. */
export const measures = ['cited', 'gold', 'declined', 'verbatim', 'answered'] as const;
export type Measure = (typeof measures)[number];

/** The share of a measure, 0 to 1; undefined where nothing was asked that it could be measured by. */
export function shareOf(figures: EvaluationFigures, measure: Measure): number | undefined {
  const of = {
    cited: figures.answerable,
    gold: figures.withSentence,
    declined: figures.unanswerable,
    verbatim: figures.citations,
    answered: figures.answerable,
  }[measure];
  return of === 0 ? undefined : figures[measure] / of;
}
