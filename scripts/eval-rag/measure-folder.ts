import type { AppContext } from '../../server/context.ts';
import type { Principal } from '../../server/domain/principal.ts';
import type { EvaluationQuestion } from '../../server/knowledge/evaluation/question.ts';
import type { QuestionResult } from '../../server/knowledge/evaluation/result.ts';
import { evaluate } from '../../server/pipeline/evaluate.ts';
import { importFolder } from '../../server/pipeline/import-folder.ts';
import { systemRandom } from '../../server/util/random.ts';
import { openProduct } from '../open-product.ts';

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

/** The whole product with one collection, on a data folder that is gone afterwards. */
export async function withProduct<T>(run: (context: AppContext) => Promise<T>): Promise<T> {
  await using context = await openProduct();
  await context.services.knowledge.createCollection({
    id: COLLECTION,
    name: 'Evaluation',
    classification: 'internal',
    readers: [],
  });
  return await run(context);
}

async function importAll({ imports }: AppContext, folder: string): Promise<void> {
  for await (const report of importFolder(imports, evaluator, COLLECTION, folder)) {
    if (report.status === 'failed') throw new Error(`${report.source}: ${report.reason}`);
  }
}
