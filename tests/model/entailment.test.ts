import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeTinyClassifier } from '../helpers/tiny-classifier.ts';
import { masked } from '../unit/inference/intended-exchange.ts';
import { type RealInference, startRealInference } from './real-inference.ts';

/** A classifier of pairs in its real process, by the real engine. */
const { modelsDir, card } = writeTinyClassifier();
let real: RealInference;

beforeAll(async () => {
  real = await startRealInference([card], modelsDir);
});

afterAll(async () => {
  await real[Symbol.asyncDispose]();
  rmSync(modelsDir, { recursive: true, force: true });
});

it('reads both texts of a pair, and its labels by their names', async () => {
  const said = await real.service.entail(card, [
    [masked('perhaps'), masked('same same same')],
    [masked('contrary'), masked('contrary')],
    [masked('perhaps'), masked('perhaps')],
  ]);
  expect(said.map(({ entailment, contradiction }) => [entailment > 0.8, contradiction > 0.8])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

it('counts its tokens and can be measured', async () => {
  const [few, many] = await real.service.countTokens(card, [masked('same'), masked('same perhaps same')]);
  expect(many).toBeGreaterThan(few ?? 0);
  expect(await real.service.measure(card, () => undefined)).toMatchObject({ of: 'embedding' });
});
