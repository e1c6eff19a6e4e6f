import { describe, expect, it, test } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { rerankFound } from '../../../server/knowledge/rerank-found.ts';
import { createLogger } from '../../../server/logger.ts';
import { rerankByWords } from '../../helpers/fake-reranker.ts';
import { openTestKnowledge } from '../../helpers/open-test-knowledge.ts';
import { rerankerContract } from '../../helpers/reranker-contract.ts';

describe('the reranker of these tests', () => {
  rerankerContract(() => rerankByWords);
});

const logger = createLogger('silent');

/** Found chunks of these texts, best first. */
function foundOf(texts: readonly string[]) {
  return texts.map((text, at) => ({
    chunk: { id: `c${at}`, document: 'd', collection: 'h', position: at, title: '', location: '', text },
    score: 1 - at / 100,
    instead: [],
  }));
}

const textsOf = (found: readonly { chunk: { text: string } }[]): string[] =>
  found.map(({ chunk }) => chunk.text);

describe('what was found', () => {
  it('stands in the order of the reranker, and the ranks keep their scores', async () => {
    const found = foundOf(['free lunch', 'carry leave', 'unused leave days']);
    const ordered = await rerankFound({ rerank: rerankByWords, logger }, 'unused leave days', found);
    expect(textsOf(ordered)).toEqual(['unused leave days', 'carry leave', 'free lunch']);
    expect(ordered.map(({ score }) => score)).toEqual([1, 0.99, 0.98]);
  });

  it('keeps its order where the reranker makes no difference', async () => {
    const texts = Array.from({ length: 30 }, (_, at) => `lunch ${at}`);
    const ordered = await rerankFound({ rerank: rerankByWords, logger }, 'leave', foundOf(texts));
    expect(textsOf(ordered)).toEqual(texts);
  });

  it('waits no longer than it may: what was not read stays behind, in its order', async () => {
    const texts = [...Array.from({ length: 7 }, (_, at) => `lunch ${at}`), 'leave'];
    let calls = 0;
    const slow: typeof rerankByWords = (_query, piece) => {
      calls += 1;
      return calls === 1 ? Promise.resolve(piece.map((_, at) => at / 10)) : new Promise(() => undefined);
    };
    const ordered = await rerankFound({ rerank: slow, logger, budgetMs: 60 }, 'leave', foundOf(texts));
    expect(calls).toBe(2);
    expect(textsOf(ordered)).toEqual([...texts.slice(0, 4).toReversed(), ...texts.slice(4)]);
  });

  it('stays as it was when the reranker is down', async () => {
    const down = (): Promise<never> =>
      Promise.reject(new AppError('ERR_INFERENCE_UNAVAILABLE', 'Down.', { status: 503 }));
    const found = foundOf(['free lunch', 'unused leave']);
    expect(await rerankFound({ rerank: down, logger }, 'leave', found)).toEqual(found);
  });
});

describe('a search', () => {
  /** The reranker wants what the search has last. */
  const reversed: typeof rerankByWords = (_, texts) => Promise.resolve(texts.map((__, at) => at / 100));

  test('takes its best by the reranker, of more than it returns, and only when words and vectors are joined', async () => {
    const asked: string[] = [];
    await using store = await openTestKnowledge({
      rerank: (query, texts) => {
        asked.push(query);
        return reversed(query, texts);
      },
    });
    const rules = { classification: 'internal', readers: [] } as const;
    await store.knowledge.createCollection({ id: 'h', name: 'H', ...rules });
    for (const topic of ['leave', 'loans', 'lunch'])
      await store.knowledge.importDocument({
        collection: 'h',
        source: `${topic}.md`,
        bytes: Buffer.from(`# ${topic}\n\nThe rules on ${topic} are kept by the office of ${topic}.\n`),
      });
    const query = { text: 'rules on leave', collections: ['h'], limit: 1 } as const;
    const plain = await store.knowledge.search({ ...query, mode: 'text' });
    expect(plain.map(({ title }) => title)).toEqual(['leave']);
    expect(asked).toEqual([]);
    const [best] = await store.knowledge.search({ ...query, mode: 'hybrid' });
    expect(asked).toEqual(['rules on leave']);
    expect(best?.title).not.toBe('leave');
  });
});
