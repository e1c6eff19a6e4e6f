import { expect, it } from 'vitest';
import { readRelevance } from '../../../server/inference/rerank.ts';

it('makes one logit a probability, and of two takes the second', () => {
  expect(readRelevance([0])).toBe(0.5);
  expect(readRelevance([-1_000])).toBe(0);
  expect(readRelevance([1_000])).toBe(1);
  expect(readRelevance([3, 3])).toBe(0.5);
  expect(readRelevance([0, 9])).toBeGreaterThan(0.99);
});

it('refuses a model of other labels', () => {
  expect(() => readRelevance([1, 2, 3])).toThrow('one label');
});
