// npm run eval:fusion [-- --embedder ID --data FOLDER]: how full text and vectors are best joined for an embedding model. Prints two tables:
// every method at its worst set, on the half of the questions that may guide a choice and on the held-out half; and the
// product's own method set by set. Reads the development data beside the checkout, or in the named folder, when it is there.
import { parseArgs } from 'node:util';
import type { SearchMetrics } from '../server/knowledge/evaluate-search.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { type FusionMethod, fusionMethods, textAlone, vectorAlone } from './eval-fusion/fusion-methods.ts';
import { type Half, halfOf, scoreMethod } from './eval-fusion/score-method.ts';
import { dataSets } from './search-lab/data-sets.ts';
import { documentationSets } from './search-lab/documentation-sets.ts';
import { type GatheredQuery, gatherSet } from './search-lab/gather-set.ts';
import { openEmbedder } from './search-lab/open-embedder.ts';
import { sampleSets } from './search-lab/sample-sets.ts';

interface Gathered {
  readonly name: string;
  readonly queries: readonly GatheredQuery[];
}

type Metric = keyof SearchMetrics;
/** Halves of a smaller set would be decided by single questions. */
const FEWEST_QUESTIONS = 200;
const metrics: readonly Metric[] = ['mrr@10', 'recall@10', 'ndcg@10'];

async function main(): Promise<void> {
  ensureBuilt({ only: 'server' });
  const { values } = parseArgs({
    options: { embedder: { type: 'string' }, data: { type: 'string', default: '../shared/data' } },
  });
  await using embedder = await openEmbedder('models', values.embedder);
  const sets = [...(await sampleSets()), ...documentationSets(), ...dataSets(values.data)];
  const gathered: Gathered[] = [];
  for (const set of sets) {
    gathered.push({ name: set.name, queries: await gatherSet(set, embedder) });
    console.error(`${set.name}: ${set.documents.length} documents, ${set.queries.length} questions`);
  }
  console.log(methodTable(gathered.filter(({ queries }) => queries.length >= FEWEST_QUESTIONS)));
  console.log('');
  console.log(setTable(gathered, embedder.card.hybridWeight ?? 0));
}

/** In percent points: the loss to the better of text and vectors on the worst set, and the mean gain. */
function methodTable(sets: readonly Gathered[]): string {
  const heads = metrics.flatMap((metric) => [`${metric} tuning`, `${metric} held out`]);
  return [
    `| worst set / mean of ${sets.length} sets, points over the better way | ${heads.join(' | ')} |`,
    `| --- |${' --- |'.repeat(heads.length)}`,
    ...fusionMethods.map((method) => {
      const cells = metrics.flatMap((metric) =>
        (['tuning', 'held out'] as const).map((half) => marginOf(sets, method, metric, half)),
      );
      return `| ${method.name} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

function marginOf(sets: readonly Gathered[], method: FusionMethod, metric: Metric, half: Half): string {
  const margins = sets.map(({ queries }) => {
    const own = queries.filter((query) => halfOf(query) === half);
    const of = (way: FusionMethod): number => scoreMethod(way, own)[metric];
    return 100 * (of(method) - Math.max(of(textAlone), of(vectorAlone)));
  });
  const mean = margins.reduce((sum, margin) => sum + margin, 0) / margins.length;
  return `${signed(Math.min(...margins))} / ${signed(mean)}`;
}

function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}

/** Text, vectors and the product's own method at the weight of the catalogue, all questions. */
function setTable(sets: readonly Gathered[], weight: number): string {
  const own = fusionMethods.find(({ name }) => name === `confident sum ${weight}`);
  if (own === undefined) throw new Error(`The methods do not try the catalogue's weight ${weight}.`);
  return [
    `| set | questions | ${metrics.map((metric) => `${metric} text / vector / hybrid`).join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    ...sets.map(({ name, queries }) => {
      const scores = [textAlone, vectorAlone, own].map((method) => scoreMethod(method, queries));
      const cells = metrics.map((metric) =>
        scores.map((score) => (100 * score[metric]).toFixed(1)).join(' / '),
      );
      return `| ${name} | ${queries.length} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

await main();
