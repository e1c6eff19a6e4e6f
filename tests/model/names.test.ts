import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describedRecognisers, nameRecognisers } from '../../server/compose/name-recognisers.ts';
import { loadRedactionPolicy } from '../../server/redaction/load-redaction-policy.ts';
import type { NameRecogniser } from '../../server/redaction/name-recogniser.ts';
import { createRedactor } from '../../server/redaction/redactor.ts';
import { systemRandom } from '../../server/util/random.ts';
import { recogniserContract, unmasked } from '../helpers/recogniser-contract.ts';
import { writeTinyTagger } from '../helpers/tiny-tagger.ts';
import { type RealInference, startRealInference } from './real-inference.ts';

/** A classifier of tokens in its real process, by the real engine. */
const { modelsDir, card } = writeTinyTagger();
let real: RealInference;
let recogniser: NameRecogniser;

beforeAll(async () => {
  real = await startRealInference([card], modelsDir);
  const [found] = nameRecognisers({ models: [card] }, real.service);
  if (found === undefined) throw new Error('The catalogue of this test has a recogniser.');
  // It is loaded already.
  recogniser = { ...found, prepare: () => Promise.resolve() };
});

afterAll(async () => {
  await real[Symbol.asyncDispose]();
  rmSync(modelsDir, { recursive: true, force: true });
});

describe('a classifier of tokens', () => {
  recogniserContract(() => recogniser);

  it('refuses a text of too many tokens', async () => {
    const reading = recogniser.recognise(unmasked('way '.repeat(4_001)), new AbortController().signal);
    await expect(reading).rejects.toMatchObject({ code: 'ERR_REQUEST_TOO_LARGE', status: 413 });
  });

  it('takes part in masking, and what it finds comes back', async () => {
    const redactor = createRedactor({
      ...loadRedactionPolicy('policies', describedRecognisers({ models: [card] })),
      recognisers: [recogniser],
      random: systemRandom,
    });
    const vault = redactor.openVault('strict');
    const text = '昨天雾月去 ｎｏｒｖｅｎｉａ，zorblat 的电话是13728194605 😀';
    const masked = await vault.mask(text);
    expect(masked).toMatch(/^昨天\[PERSON_1.\]去 \[PLACE_1.\]，\[PERSON_2.\] 的电话是\[PHONE_1.\] 😀$/u);
    expect(vault.restore(masked)).toBe(text);
  });

  it('times itself like any other model', async () => {
    expect(await real.service.measure(card, () => undefined)).toMatchObject({
      of: 'embedding',
      tokensPerText: expect.any(Number),
    });
  });

  it('does not load with labels that it does not have', async () => {
    const other = { ...card, id: 'other', labels: { MONEY: 'PERSON' } };
    await expect(startRealInference([other], modelsDir)).rejects.toThrow(
      'maps the label MONEY, and the model has none of that name. It has: O, PER, LOC.',
    );
  });
});
