import { expect, test } from 'vitest';
import { lexicalConfidence } from '../../../server/knowledge/lexical-confidence.ts';

const hit = (chunk: string, bm25: number, ...terms: string[]) => ({
  chunk,
  terms: terms.join(' '),
  bm25,
  place: new Float32Array(),
});

test('is 1 when the best hit holds all that is asked, whatever the others hold', () => {
  const frequencies = new Map([
    ['leav', 3],
    ['parent', 1],
  ]);
  expect(
    lexicalConfidence(frequencies, [hit('a', 2, 'leav'), hit('b', 9, 'parent', 'leav', 'pay')], 50),
  ).toBe(1);
});

test('loses more with a rare word than with a common one', () => {
  const frequencies = new Map([
    ['leav', 40],
    ['sabbat', 0],
  ]);
  const withoutRare = lexicalConfidence(frequencies, [hit('a', 5, 'leav')], 100);
  const withoutCommon = lexicalConfidence(frequencies, [hit('a', 5, 'sabbat')], 100);
  expect(withoutRare).toBeLessThan(0.3);
  expect(withoutCommon).toBeCloseTo(1 - withoutRare);
});

test('is 0 when full text found nothing', () => {
  expect(lexicalConfidence(new Map([['leav', 0]]), [], 10)).toBe(0);
  expect(lexicalConfidence(new Map(), [hit('a', 1, 'x')], 10)).toBe(0);
});
