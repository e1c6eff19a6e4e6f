import type { OpenEmbedder } from '../search-lab/open-embedder.ts';
import { makeDocument, questions } from './made-up-store.ts';
import { describeTimes, timesOfEach } from './measure-search.ts';

const TEXTS = 400;

/** The real embedding model in its own process: passages of 600 characters in bulk, and single questions. */
export async function measureEmbedding(embedder: OpenEmbedder): Promise<void> {
  const { bytes } = makeDocument(0);
  const text = bytes.toString();
  const passages = Array.from({ length: TEXTS }, (_, at) =>
    text.slice((at * 100) % 40_000, ((at * 100) % 40_000) + 600),
  );
  await embedder.embed(passages.slice(0, 10));
  const started = performance.now();
  await embedder.embed(passages);
  const rate = TEXTS / ((performance.now() - started) / 1000);
  const times = await timesOfEach(questions, (question) => embedder.embed([question]));
  console.log(`embedding with ${embedder.card.id}, masking included: ${rate.toFixed(0)} passages/s`);
  console.log(
    `| a question embedded | p50 ms | p95 ms |\n| --- | --- | --- |\n| | ${describeTimes(times)} |\n`,
  );
}
