import { type Candidates, lookUp } from '../../server/knowledge/search-chunks.ts';
import type { OpenEmbedder } from './open-embedder.ts';
import { openLab } from './open-lab.ts';
import { type RetrievalSet, type SetQuery, thinOut } from './retrieval-set.ts';

/** A question with all that text search and vectors found for it. */
export interface GatheredQuery {
  readonly query: SetQuery;
  readonly gathered: Candidates;
}

/** More questions than this tell no more. */
const MOST_QUERIES = 600;

/** What the product's own index finds for each question of a set. */
export async function gatherSet(set: RetrievalSet, embedder: OpenEmbedder): Promise<GatheredQuery[]> {
  await using lab = await openLab(set.documents, embedder);
  const gathered: GatheredQuery[] = [];
  for (const query of thinOut(set.queries, MOST_QUERIES)) {
    const wanted = { text: query.text, mode: 'hybrid' as const };
    gathered.push({ query, gathered: await lookUp(lab.context, wanted, lab.visible) });
  }
  return gathered;
}
