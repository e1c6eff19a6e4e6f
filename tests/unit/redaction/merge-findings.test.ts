import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Candidate } from '../../../server/redaction/detector.ts';
import { mergeFindings } from '../../../server/redaction/merge-findings.ts';

const candidates = fc.array(
  fc
    .record({
      type: fc.constantFrom('EMAIL', 'IPV4'),
      rule: fc.constantFrom('a', 'b'),
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 9 }),
      score: fc.constantFrom(0.5, 0.9),
    })
    .map(({ length, ...rest }): Candidate => ({ ...rest, end: rest.start + length })),
);

it('covers what its candidates cover, with disjoint findings in the order of the text', () => {
  const covered = (list: readonly Candidate[]): number[] =>
    Array.from({ length: 80 }, (_, at) => at).filter((at) =>
      list.some(({ start, end }) => start <= at && at < end),
    );
  fc.assert(
    fc.property(candidates, (list) => {
      const merged = mergeFindings(list, () => 'personal');
      expect(covered(merged)).toEqual(covered(list));
      for (const [index, { start }] of merged.entries())
        expect(start).toBeGreaterThanOrEqual(merged[index - 1]?.end ?? 0);
    }),
  );
});

it('takes hundreds of thousands of candidates that hang together', () => {
  const chain = Array.from({ length: 300_000 }, (_, start): Candidate => ({
    type: 'EMAIL',
    rule: 'a',
    start,
    end: start + 2,
    score: 0.9,
  }));
  expect(mergeFindings(chain, () => 'personal')).toEqual([{ ...chain[0], end: 300_001 }]);
});
