import { openEmbedder } from '../search-lab/open-embedder.ts';
import { makeDocument, makeQuestions } from './made-up-store.ts';
import { quantiles } from './measure-search.ts';

const TEXTS = 400;
const QUESTIONS = 100;

/** The real embedding model in its own process: passages of 600 characters in bulk, and single questions. */
export async function measureEmbedding(): Promise<void> {
  await using embedder = await openEmbedder('models');
  const { bytes } = makeDocument(0);
  const text = bytes.toString();
  const passages = Array.from({ length: TEXTS }, (_, at) =>
    text.slice((at * 100) % 40_000, ((at * 100) % 40_000) + 600),
  );
  await embedder.embed(passages.slice(0, 10));
  const started = performance.now();
  await embedder.embed(passages);
  const rate = TEXTS / ((performance.now() - started) / 1000);
  const times: number[] = [];
  for (const question of makeQuestions(QUESTIONS)) {
    const asked = performance.now();
    await embedder.embed([question]);
    times.push(performance.now() - asked);
  }
  const { p50, p95 } = quantiles(times);
  console.log(
    `embedding with ${embedder.card.id}, masking included: ${rate.toFixed(0)} passages/s; a question in ${p50.toFixed(1)} ms (p95 ${p95.toFixed(1)})`,
  );
}
