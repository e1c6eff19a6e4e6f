import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosineOf, fuseScores, wordsOnly } from '../../../server/knowledge/fuse-scores.ts';

const certain = { weight: 0.4, confidence: 1 };
const candidates = [
  { chunk: 'a', bm25: 10, cosine: 0.2 },
  { chunk: 'b', bm25: 5, cosine: 0.9 },
  { chunk: 'c', bm25: 0, cosine: 0.5 },
  { chunk: 'd', bm25: 0, cosine: -0.3 },
];
const rounded = (list: readonly { chunk: string; score: number }[]): [string, number][] =>
  list.map(({ chunk, score }) => [chunk, Math.round(score * 1000) / 1000]);

describe('the joined score: (1 − w) · confidence · bm25 / best bm25 + w · max(0, cosine)', () => {
  test('hybrid', () => {
    expect(rounded(fuseScores(candidates, certain, 'hybrid'))).toEqual([
      ['a', 0.68],
      ['b', 0.66],
      ['c', 0.2],
    ]);
  });

  test('words that the best hit does not cover count for less', () => {
    expect(rounded(fuseScores(candidates, { weight: 0.4, confidence: 0.5 }, 'hybrid'))).toEqual([
      ['b', 0.51],
      ['a', 0.38],
      ['c', 0.2],
    ]);
  });

  test('without vectors the words decide alone', () => {
    expect(fuseScores(candidates, wordsOnly, 'hybrid')).toEqual(fuseScores(candidates, certain, 'text'));
  });

  test('text alone, vectors alone', () => {
    expect(rounded(fuseScores(candidates, certain, 'text'))).toEqual([
      ['a', 1],
      ['b', 0.5],
    ]);
    expect(rounded(fuseScores(candidates, certain, 'vector'))).toEqual([
      ['b', 0.9],
      ['c', 0.5],
      ['a', 0.2],
    ]);
  });

  test('the weight is 1 when full text found nothing', () => {
    const only = candidates.filter((candidate) => candidate.bm25 === 0);
    expect(rounded(fuseScores(only, certain, 'hybrid'))).toEqual([['c', 0.5]]);
  });

  test('equal scores are ordered by id', () => {
    const equal = ['z', 'a', 'm'].map((chunk) => ({ chunk, bm25: 1, cosine: 0 }));
    expect(fuseScores(equal, certain, 'hybrid').map((scored) => scored.chunk)).toEqual(['a', 'm', 'z']);
  });

  test('scores are between 0 and 1 and sorted, whatever comes in', () => {
    const candidate = fc.record({
      chunk: fc.string({ minLength: 1, maxLength: 3 }),
      bm25: fc.double({ min: 0, max: 50, noNaN: true }),
      cosine: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(candidate), share, share, (list, weight, confidence) => {
        const scores = fuseScores(list, { weight, confidence }, 'hybrid').map((scored) => scored.score);
        expect(scores.every((score) => score > 0 && score <= 1 + 1e-9)).toBe(true);
        expect(scores).toEqual(scores.toSorted((left, right) => right - left));
      }),
    );
  });
});

test('cosine is 1 with itself, 0 with nothing, and blind to length', () => {
  const vector = new Float32Array([1, 2, 3]);
  expect(
    cosineOf(
      vector,
      vector.map((value) => value * 7),
    ),
  ).toBeCloseTo(1);
  expect(cosineOf(vector, new Float32Array(3))).toBe(0);
  expect(cosineOf(new Float32Array([1, 0]), new Float32Array([0, 1]))).toBe(0);
});
