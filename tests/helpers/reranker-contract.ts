import { expect, it } from 'vitest';
import type { RerankTexts } from '../../server/knowledge/knowledge.ts';

const QUERY = 'unused leave days';
const answers = 'Employees carry unused leave days.';
const touches = 'Employees get free days.';
const foreign = 'Interest of a loan.';

/** What every reranker does, a real model or one made up for tests. */
export function rerankerContract(open: () => RerankTexts): void {
  it('says of each text how far it answers, from 0 to 1, in their order', async () => {
    const relevances = await open()(QUERY, [foreign, answers, touches]);
    const [ofForeign = 1, ofAnswers = 0, ofTouches = 0] = relevances;
    expect(relevances).toHaveLength(3);
    expect(relevances.every((relevance) => relevance >= 0 && relevance <= 1)).toBe(true);
    expect(ofAnswers).toBeGreaterThan(ofTouches);
    expect(ofTouches).toBeGreaterThan(ofForeign);
  });

  it('says the same of the same text, wherever it stands', async () => {
    const texts = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? answers : foreign));
    const relevances = await open()(QUERY, texts);
    expect(new Set(relevances.filter((_, at) => at % 2 === 0)).size).toBe(1);
    expect(new Set(relevances).size).toBe(2);
  });

  it('says nothing of no texts', async () => {
    expect(await open()(QUERY, [])).toEqual([]);
  });
}
