import { describe, expect, it } from 'vitest';
import { readEntailment } from '../../../server/inference/entail.ts';
import { createClaimCheck, type EntailPairs } from '../../../server/pipeline/check-claim.ts';
import { evidenceOf, intendedExchange } from '../inference/intended-exchange.ts';
import { cardOf } from '../inference/starter-cards.ts';

const evidence = [evidenceOf(1, 'Leave', 'Employees may carry over five days of unused leave.')];
const intended = intendedExchange(cardOf('chat'), { evidence, grounding: 'free' });

const saying =
  (entailment: number, contradiction: number): EntailPairs =>
  (pairs) =>
    Promise.resolve(pairs.map(() => ({ entailment, contradiction })));

const PARAPHRASE = 'Five days that remain move into the following year [1].';
const CLOSE = 'Employees may carry over five days of leave [1].';
const WRONG_NUMBER = 'Employees may carry over six days of unused leave [1].';

describe('without a model for natural-language inference', () => {
  it('the words decide', async () => {
    const check = createClaimCheck(intended, undefined);
    expect(await check(CLOSE)).toMatchObject({ supported: true });
    expect(await check(PARAPHRASE)).toMatchObject({ supported: false, objection: 'not-covered' });
  });
});

describe('with one', () => {
  it('a paraphrase that follows is supported, one that may follow is not', async () => {
    const sure = createClaimCheck(intended, saying(0.9, 0.02));
    expect(await sure(PARAPHRASE)).toMatchObject({ supported: true, cited: evidence });
    const unsure = createClaimCheck(intended, saying(0.7, 0.1));
    expect(await unsure(PARAPHRASE)).toMatchObject({ supported: false });
  });

  it('a contradiction is not supported, however well the words fit', async () => {
    const check = createClaimCheck(intended, saying(0.1, 0.8));
    expect(await check(CLOSE)).toMatchObject({ supported: false, objection: 'contradicted' });
  });

  it('has no say over numbers and citations, and is not asked', async () => {
    const check = createClaimCheck(intended, () => Promise.reject(new Error('It was asked.')));
    expect(await check(WRONG_NUMBER)).toMatchObject({ supported: false, objection: 'number' });
    expect(await check('Employees may carry over five days.')).toMatchObject({ objection: 'uncited' });
  });

  it('supports nothing when it does not answer', async () => {
    const check = createClaimCheck(intended, () => Promise.reject(new Error('It is down.')));
    await expect(check(CLOSE)).rejects.toThrow('It is down.');
  });
});

describe('labels', () => {
  it('are read by name, in any order', () => {
    expect(readEntailment(['contradiction', 'entailment'], [0, 9]).entailment).toBeGreaterThan(0.99);
    expect(() => readEntailment(['yes', 'no'], [0, 9])).toThrow(/id2label/u);
  });
});
