import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { masked } from '../unit/inference/intended-exchange.ts';
import { cardOf } from '../unit/inference/starter-cards.ts';
import { type RealInference, startRealInference } from './real-inference.ts';

const embedder = cardOf('embedding');
let real: RealInference;

beforeAll(async () => {
  real = await startRealInference([embedder]);
});

afterAll(() => real[Symbol.asyncDispose]());

async function embed(...texts: readonly string[]): Promise<readonly Float32Array[]> {
  return (await real.service.embed(embedder, texts.map(masked))).vectors;
}

/** Cosine of two vectors of length 1. */
function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a?.reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0) ?? Number.NaN;
}

describe('the embedder', () => {
  it('gives vectors of the catalogue’s length, normalised, in order', async () => {
    const vectors = await embed('How many days of leave?', '年假有几天？', 'x');
    expect(vectors.map((vector) => vector.length)).toEqual([256, 256, 256]);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(await embed('年假有几天？')).toEqual([vectors[1]]);
  });

  it.each([
    [
      'English',
      'How do I reset my password?',
      'Resetting a forgotten password',
      'Opening hours of the canteen',
    ],
    ['Chinese', '怎么申请年假？', '员工年假的申请流程', '信用卡挂失电话'],
    ['across languages', 'function argument', '函数参数', '劳动合同'],
  ])('puts what belongs together close together: %s', async (_, query, near, far) => {
    const [a, b, c] = await embed(query, near, far);
    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c) + 0.1);
  });

  it('accepts an empty text and one beyond the limit', async () => {
    const { vectors, tokens } = await real.service.embed(embedder, ['', 'word '.repeat(5_000)].map(masked));
    expect(vectors.map((vector) => vector.length)).toEqual([256, 256]);
    expect(vectors.every((vector) => vector.every(Number.isFinite))).toBe(true);
    expect(tokens).toBeLessThanOrEqual(1 + 2_048);
  });

  it('counts tokens', async () => {
    expect((await real.service.embed(embedder, [masked('one')])).tokens).toBeLessThan(
      (await real.service.embed(embedder, [masked('one two three four')])).tokens,
    );
  });
});
