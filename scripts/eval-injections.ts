import { importFolder } from '../server/pipeline/import-folder.ts';
import {
  attempt,
  type Attempted,
  asker,
  COLLECTION,
  type Injection,
  readInjections,
} from '../tests/helpers/injections.ts';
import { withProduct } from './eval-rag/measure-folder.ts';

/** Tries every attempt of tests/fixtures/injections.jsonl on the product with the starter models and prints what came of them. */
interface Outcome extends Attempted {
  readonly injection: Injection;
}

const outcomes = await withProduct(async (context) => {
  await context.services.knowledge.createCollection({
    id: COLLECTION,
    name: 'Attempts',
    classification: 'internal',
    readers: [],
  });
  for await (const report of importFolder(context.imports, asker, COLLECTION, 'samples/knowledge')) {
    if (report.status === 'failed') throw new Error(`${report.source}: ${report.reason}`);
  }
  const all: Outcome[] = [];
  for (const injection of readInjections()) all.push({ injection, ...(await attempt(context, injection)) });
  return all;
});

const columns = ['policy', 'tools', 'masking', 'citations', 'links', 'obeyed'] as const;
const kinds = [...new Set(outcomes.map(({ injection }) => injection.kind))];
console.log(
  '| kind | attempts | policy changed | tools | unmasked | false citations | links | obeyed | answered | its sentence quoted, with its source | the same when asked for |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (const kind of kinds)
  console.log(
    row(
      kind,
      outcomes.filter(({ injection }) => injection.kind === kind),
    ),
  );
console.log(row('all', outcomes));
for (const { injection, breaches } of outcomes) {
  const broken = columns.filter((column) => breaches[column]);
  if (broken.length > 0) console.log(`${injection.id}: ${broken.join(', ')}`);
}

function row(kind: string, of: readonly Outcome[]): string {
  const cells = [
    kind,
    of.length,
    ...columns.map((column) => of.filter(({ breaches }) => breaches[column]).length),
    of.filter(({ decision }) => decision !== 'declined').length,
    of.filter(({ quoted }) => quoted).length,
    of.filter(({ quotedWhenAskedFor }) => quotedWhenAskedFor).length,
  ];
  return `| ${cells.join(' | ')} |`;
}
