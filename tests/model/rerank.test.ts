import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rerankMasked } from '../../server/compose/open-index.ts';
import type { RerankTexts } from '../../server/knowledge/knowledge.ts';
import { loadMaskProfiles } from '../../server/redaction/mask-profile.ts';
import { createRedactor } from '../../server/redaction/redactor.ts';
import { systemRandom } from '../../server/util/random.ts';
import { rerankerContract } from '../helpers/reranker-contract.ts';
import { writeTinyCrossEncoder } from '../helpers/tiny-cross-encoder.ts';
import { type RealInference, startRealInference } from './real-inference.ts';

/** A cross-encoder in its real process, by the real engine. */
const { modelsDir, card } = writeTinyCrossEncoder();
let real: RealInference;
let rerank: RerankTexts;

beforeAll(async () => {
  real = await startRealInference([card], modelsDir);
  const profiles = loadMaskProfiles('policies/redaction');
  const redactor = createRedactor({ profiles, random: systemRandom });
  const found = rerankMasked(redactor, real.service, { models: [card] });
  if (found === undefined) throw new Error('The catalogue of this test has a reranker.');
  rerank = found;
});

afterAll(async () => {
  await real[Symbol.asyncDispose]();
  rmSync(modelsDir, { recursive: true, force: true });
});

describe('a cross-encoder', () => {
  rerankerContract(() => rerank);

  it('sees masked text only, and a value of both texts as the same', async () => {
    await rerank('leave of 4111 1111 1111 1111', ['days of 4111 1111 1111 1111']);
    expect(real.sent()).not.toContain('4111');
    const sent = real.sent().match(/\[[A-Z_]+_\w+\]/gu) ?? [];
    expect(sent.length).toBeGreaterThanOrEqual(2);
    expect(sent.at(-1)).toBe(sent.at(-2));
  });
});
