import type { AppDatabase } from '../../server/db/database.ts';
import { cosineOf } from '../../server/knowledge/fuse-scores.ts';
import { decodeVector } from '../../server/util/vector.ts';
import { vectorOf } from './made-up-store.ts';
import { type MeasuredSearch, quantiles } from './measure-search.ts';

const QUESTIONS = 20;

/** The baseline: every vector of the store in memory, compared one by one in this process; no words, no filter. */
export async function bruteForce(db: AppDatabase, dimensions: number, search: MeasuredSearch): Promise<void> {
  const rows = await db.selectFrom('chunks').select(['id', 'embedding']).execute();
  const vectors = rows.map(({ id, embedding }) => ({ id, vector: decodeVector(embedding) }));
  const times = search.questions.slice(0, QUESTIONS).map((text) => {
    const started = performance.now();
    const asked = vectorOf(text, dimensions);
    vectors
      .map(({ id, vector }) => ({ id, cosine: cosineOf(asked, vector) }))
      .toSorted((left, right) => right.cosine - left.cosine);
    return performance.now() - started;
  });
  const { p50, p95 } = quantiles(times);
  console.log(
    `| every vector compared in this process, no words, no filter | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`,
  );
  console.log(
    `hybrid at the median: ${(search.hybrid.p50 / p50).toFixed(2)} of that; made-up vectors cost the question nothing\n`,
  );
}
