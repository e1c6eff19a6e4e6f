import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIGHEST_THRESHOLD, LOWEST_THRESHOLD } from '../../../../server/knowledge/abstention.ts';
import { calibrate } from '../../../../server/knowledge/evaluation/calibrate.ts';
import { figuresOf } from '../../../../server/knowledge/evaluation/figures.ts';
import type { QuestionResult } from '../../../../server/knowledge/evaluation/result.ts';

function resultOf(document: string | null, support: number | null, answers = true): QuestionResult {
  return {
    language: 'en',
    document,
    sentence: null,
    decision: 'quoted',
    answer: '',
    source: document,
    cited: document !== null,
    gold: false,
    citations: 1,
    verbatim: 1,
    support,
    answers,
    ms: 10,
    baseline: { cited: true, gold: false },
  };
}

const supports = (...values: readonly number[]): readonly number[] => values;

test('the threshold stands in the middle between what is answered and what is declined', () => {
  const results = [
    ...supports(0.7, 0.8, 0.8, 0.9, 0.95).map((support) => resultOf('a.md', support)),
    ...supports(0.1, 0.2, 0.3, 0.4, 0.5).map((support) => resultOf(null, support)),
  ];
  expect(calibrate(results)).toEqual({ threshold: 0.6, answered: 1, declined: 1 });
});

test('what a model declines at any support asks for no higher threshold', () => {
  const results = [
    ...supports(0.6, 0.7, 0.8, 0.9, 0.9).map((support) => resultOf('a.md', support)),
    ...supports(0.1, 0.2, 0.3, 0.3, 0.94).map((support) => resultOf(null, support, support < 0.9)),
  ];
  expect(calibrate(results)).toMatchObject({ threshold: 0.45, answered: 1, declined: 1 });
});

test('fewer than five questions of either kind say nothing', () => {
  const answerable = [0.9, 0.9, 0.9, 0.9, 0.9].map((support) => resultOf('a.md', support));
  expect(calibrate([...answerable, resultOf(null, 0.1)])).toBeUndefined();
});

test('no other threshold would be better balanced, and it keeps to the bounds', () => {
  const result = fc
    .record({
      answerable: fc.boolean(),
      support: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      answers: fc.boolean(),
    })
    .map(({ answerable, support, answers }) => resultOf(answerable ? 'a.md' : null, support, answers));
  fc.assert(
    fc.property(
      fc.array(result, { minLength: 12, maxLength: 40 }),
      fc.double({ min: LOWEST_THRESHOLD, max: HIGHEST_THRESHOLD, noNaN: true }),
      (results, other) => {
        const best = calibrate(results);
        if (best === undefined) return;
        expect(best.threshold).toBeGreaterThanOrEqual(LOWEST_THRESHOLD);
        expect(best.threshold).toBeLessThanOrEqual(HIGHEST_THRESHOLD);
        expect(best.answered + best.declined).toBeGreaterThanOrEqual(balanceAt(results, other) - 1e-9);
      },
    ),
  );
});

function balanceAt(results: readonly QuestionResult[], threshold: number): number {
  const answered = ({ support, answers }: QuestionResult): boolean =>
    answers && support !== null && support >= threshold;
  const answerable = results.filter(({ document }) => document !== null);
  const impossible = results.filter(({ document }) => document === null);
  return (
    answerable.filter(answered).length / answerable.length +
    impossible.filter((one) => !answered(one)).length / impossible.length
  );
}

test('figures count each question once, by what it was', () => {
  const declined: QuestionResult = {
    ...resultOf(null, 0.2),
    decision: 'declined',
    citations: 0,
    verbatim: 0,
    ms: 90,
  };
  expect(
    figuresOf([resultOf('a.md', 0.9), { ...resultOf('b.md', 0.9), cited: false }, declined]),
  ).toMatchObject({
    answerable: 2,
    cited: 1,
    withSentence: 0,
    answered: 2,
    unanswerable: 1,
    declined: 1,
    citations: 2,
    verbatim: 2,
    p50: 10,
    p95: 90,
  });
});
