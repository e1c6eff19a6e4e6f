import type { AppDatabase } from '../../server/db/database.ts';
import { cosineOf } from '../../server/knowledge/fuse-scores.ts';
import { decodeVector } from '../../server/util/vector.ts';

/** The chunks of these access groups that are closest, best first. */
export type SearchExactly = (vector: Float32Array, limit: number) => string[];

/** Every vector of the store in memory, compared one by one in this process: nothing is missed. */
export async function createExactSearch(db: AppDatabase, groups: readonly string[]): Promise<SearchExactly> {
  const rows = await db
    .selectFrom('chunks')
    .innerJoin('documents', 'documents.id', 'chunks.document_id')
    .select(['chunks.id', 'chunks.embedding'])
    .where('documents.access_group', 'in', groups)
    .execute();
  const vectors = rows.map(({ id, embedding }) => ({ id, vector: decodeVector(embedding) }));
  return (asked, limit) =>
    vectors
      .map(({ id, vector }) => ({ id, cosine: cosineOf(asked, vector) }))
      .toSorted((left, right) => right.cosine - left.cosine)
      .slice(0, limit)
      .map(({ id }) => id);
}

/** Share of what is really closest that was found. */
export function recallOf(found: readonly string[], exact: readonly string[]): number {
  return exact.filter((id) => found.includes(id)).length / exact.length;
}
