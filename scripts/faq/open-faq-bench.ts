import type { AppContext } from '../../server/context.ts';
import type { Principal } from '../../server/domain/principal.ts';
import type { Inbound, Restored } from '../../server/domain/exchange.ts';
import type { FaqContents } from '../../server/knowledge/faq/faq.ts';
import { noSink } from '../../server/pipeline/answer-sink.ts';
import { randomId, systemRandom } from '../../server/util/random.ts';
import { openProduct } from '../open-product.ts';

const asker: Principal = { kind: 'user', id: 'bench', name: 'Bench', roles: ['member'] };

/** The whole product with its starter models on an empty data folder, and a way to publish entries and to ask. */
export interface FaqBench extends AsyncDisposable {
  readonly context: AppContext;
  /** Writes, submits and approves an entry. Returns its id. */
  publish(
    contents: Pick<FaqContents, 'question' | 'answer' | 'languages'> & Partial<FaqContents>,
  ): Promise<string>;
  readonly ask: (question: string) => Promise<Restored>;
  /** Id of the entry that answers; undefined when none does. Stops before a model is asked. */
  answering(question: string): Promise<string | undefined>;
}

export async function openFaqBench(): Promise<FaqBench> {
  const context = await openProduct();
  const { knowledge, faq, answer } = context.services;
  await knowledge.createCollection({ id: 'bench', name: 'Bench', classification: 'internal', readers: [] });
  return {
    context,
    async publish(given) {
      const base = {
        paraphrases: [],
        owner: 'Bench',
        readers: [],
        sources: [],
        expiresAt: '2099-01-01T00:00:00Z',
      };
      const { id } = await faq.create({
        collection: 'bench',
        author: 'writer',
        contents: { ...base, ...given },
      });
      const { draft } = await faq.submit(id);
      await faq.approve(id, { approver: 'approver', digest: draft?.digest ?? '' });
      return id;
    },
    ask: (question) => answer(inbound(question), noSink),
    async answering(question) {
      const { stages } = context;
      const masked = await stages.mask(await stages.admit(inbound(question)));
      try {
        return (await faq.answer(masked))?.approved?.document;
      } finally {
        masked.vault.destroy();
      }
    },
    [Symbol.asyncDispose]: () => context[Symbol.asyncDispose](),
  };
}

function inbound(question: string): Inbound {
  return {
    id: randomId('bench', systemRandom),
    principal: asker,
    messages: [{ role: 'user', content: question }],
    grounding: 'auto',
    sampling: { maxTokens: 256, temperature: 0, topP: 1, stop: [] },
    format: { kind: 'text' },
    signal: new AbortController().signal,
  };
}
