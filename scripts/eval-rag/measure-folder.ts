import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../server/config/load-config.ts';
import { type AppContext, createContext } from '../../server/context.ts';
import type { Principal } from '../../server/domain/principal.ts';
import type { EvaluationQuestion } from '../../server/knowledge/evaluation/question.ts';
import type { QuestionResult } from '../../server/knowledge/evaluation/result.ts';
import { createLogger } from '../../server/logger.ts';
import { evaluate } from '../../server/pipeline/evaluate.ts';
import { importFolder } from '../../server/pipeline/import-folder.ts';
import { findProduct } from '../../server/product.ts';
import { systemClock } from '../../server/util/clock.ts';
import { systemRandom } from '../../server/util/random.ts';
import { ensureBuilt } from '../ensure-built.mjs';

export interface Measured {
  readonly questions: readonly EvaluationQuestion[];
  readonly results: readonly QuestionResult[];
}

export const evaluator: Principal = {
  kind: 'user',
  id: 'eval',
  name: 'Evaluation',
  roles: ['member', 'knowledge-editor'],
};

export const COLLECTION = 'eval';

/** Imports a folder into an empty product and asks the questions there. */
export async function measureFolder(
  questions: readonly EvaluationQuestion[],
  folder: string,
): Promise<Measured> {
  return withProduct(async (context) => {
    await importAll(context, folder);
    const { stages, services } = context;
    const deps = { stages, knowledge: services.knowledge, random: systemRandom };
    const request = {
      principal: evaluator,
      collection: COLLECTION,
      questions,
      signal: new AbortController().signal,
    };
    const results: QuestionResult[] = [];
    for await (const result of evaluate(deps, request)) results.push(result);
    return { questions, results };
  });
}

/** The whole product on an empty data folder, which is gone afterwards. */
export async function withProduct<T>(run: (context: AppContext) => Promise<T>): Promise<T> {
  ensureBuilt({ only: 'server' });
  const data = mkdtempSync(join(tmpdir(), 'intramura-eval-'));
  const product = findProduct(import.meta.url);
  const environment = { ...process.env, INTRAMURA_DATA: data, INTRAMURA_SAMPLES: 'off' };
  try {
    await using context = await createContext({
      config: loadConfig(environment, { working: product.dir, product: product.dir }),
      product,
      logger: createLogger('error'),
      clock: systemClock,
      random: systemRandom,
      loading: 'at-start',
    });
    await context.services.knowledge.createCollection({
      id: COLLECTION,
      name: 'Evaluation',
      classification: 'internal',
      readers: [],
    });
    return await run(context);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function importAll({ imports }: AppContext, folder: string): Promise<void> {
  for await (const report of importFolder(imports, evaluator, COLLECTION, folder)) {
    if (report.status === 'failed') throw new Error(`${report.source}: ${report.reason}`);
  }
}
