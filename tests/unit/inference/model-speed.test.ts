import fc from 'fast-check';
import { expect, it } from 'vitest';
import { summariseRounds } from '../../../server/inference/model-speed.ts';

it('takes the median of the rounds', () => {
  const round = { of: 'embedding', texts: 10, tokens: 500 } as const;
  expect(summariseRounds([2_000, 500, 1_000].map((ms) => ({ ...round, ms })))).toEqual({
    of: 'embedding',
    rounds: 3,
    tokensPerText: 50,
    textsPerSecond: 10,
    tokensPerSecond: 500,
  });
});

it('never gives a rate that is not a number, however short a round was', () => {
  const time = fc.double({ min: 0, max: 1e6, noNaN: true });
  const amount = fc.nat(4096);
  const rounds = fc.array(
    fc.record({
      of: fc.constant('generation' as const),
      promptTokens: amount,
      promptMs: time,
      completionTokens: amount,
      completionMs: time,
    }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(rounds, (measured) => {
      const { of: _of, ...figures } = summariseRounds(measured);
      expect(Object.values(figures).every(Number.isFinite)).toBe(true);
    }),
  );
});

it.each([
  ['no rounds', []],
  [
    'rounds of both kinds',
    [
      { of: 'embedding', texts: 1, tokens: 1, ms: 1 } as const,
      { of: 'generation', promptTokens: 1, promptMs: 1, completionTokens: 1, completionMs: 1 } as const,
    ],
  ],
])('refuses %s', (_name, rounds) => {
  expect(() => summariseRounds(rounds)).toThrow('rounds of one kind');
});
