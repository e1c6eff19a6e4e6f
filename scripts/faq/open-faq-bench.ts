import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../server/config/load-config.ts';
import { type AppContext, createContext } from '../../server/context.ts';
import type { Principal } from '../../server/domain/principal.ts';
import type { Inbound, Restored } from '../../server/domain/exchange.ts';
import type { FaqContents } from '../../server/knowledge/faq/faq.ts';
import { createLogger } from '../../server/logger.ts';
import { noSink } from '../../server/pipeline/answer-sink.ts';
import { findProduct } from '../../server/product.ts';
import { systemClock } from '../../server/util/clock.ts';
import { randomId, systemRandom } from '../../server/util/random.ts';
import { ensureBuilt } from '../ensure-built.mjs';

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
  ensureBuilt({ only: 'server' });
  const data = mkdtempSync(join(tmpdir(), 'intramura-faq-'));
  const product = findProduct(import.meta.url);
  const environment = { INTRAMURA_DATA: data, INTRAMURA_SAMPLES: 'off' };
  const context = await createContext({
    config: loadConfig(environment, { working: product.dir, product: product.dir }),
    product,
    logger: createLogger('error'),
    clock: systemClock,
    random: systemRandom,
    loading: 'at-start',
  });
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
      const masked = stages.mask(await stages.admit(inbound(question)));
      try {
        return (await faq.answer(masked))?.approved?.document;
      } finally {
        masked.vault.destroy();
      }
    },
    async [Symbol.asyncDispose]() {
      await context[Symbol.asyncDispose]();
      rmSync(data, { recursive: true, force: true });
    },
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
