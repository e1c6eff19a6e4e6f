import { z } from 'zod';
import { boundThreshold, HIGHEST_THRESHOLD, LOWEST_THRESHOLD } from '../abstention.ts';
import type { QuestionResult } from './result.ts';

/** A threshold that would have served these questions best. */
export const calibrationSchema = z.object({
  threshold: z.number(),
  /** Share of the answerable questions answered, and of the unanswerable declined, at this threshold. */
  answered: z.number(),
  declined: z.number(),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** Fewer questions of either kind decide by chance. */
export const FEWEST_OF_EACH = 5;

/**
 * The threshold with the best balanced accuracy (mean of the share of answerable questions that are answered and of
 * unanswerable ones that are declined), the middle of the widest stretch where several are best. What a model declines
 * at any support stays declined. Undefined with fewer than five questions of either kind.
 */
export function calibrate(results: readonly QuestionResult[]): Calibration | undefined {
  const scored = results.filter(({ support }) => support !== null);
  const answerable = results.filter(({ document }) => document !== null);
  const impossible = results.filter(({ document }) => document === null);
  if (answerable.length < FEWEST_OF_EACH || impossible.length < FEWEST_OF_EACH) return undefined;
  const rate = (threshold: number): Calibration => ({
    threshold,
    answered: share(answerable, (result) => isAnswered(result, threshold)),
    declined: share(impossible, (result) => !isAnswered(result, threshold)),
  });
  const stretches = stretchesOf(scored.map(({ support }) => support ?? 0)).map((stretch) => ({
    width: stretch.to - stretch.from,
    rated: rate((stretch.from + stretch.to) / 2),
  }));
  const [best] = stretches.toSorted(
    (left, right) => balanceOf(right.rated) - balanceOf(left.rated) || right.width - left.width,
  );
  return best === undefined ? undefined : { ...best.rated, threshold: round(best.rated.threshold) };
}

/** Between two neighbouring supports every threshold decides alike. */
function stretchesOf(supports: readonly number[]): { from: number; to: number }[] {
  const marks = [...new Set([LOWEST_THRESHOLD, HIGHEST_THRESHOLD, ...supports.map(boundThreshold)])].toSorted(
    (left, right) => left - right,
  );
  return marks.slice(1).map((to, at) => ({ from: marks[at] ?? LOWEST_THRESHOLD, to }));
}

function isAnswered({ support, answers }: QuestionResult, threshold: number): boolean {
  return answers && support !== null && support >= threshold;
}

function balanceOf({ answered, declined }: Calibration): number {
  return (answered + declined) / 2;
}

function share<T>(items: readonly T[], passes: (item: T) => boolean): number {
  return items.filter(passes).length / items.length;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
