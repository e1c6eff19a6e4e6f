import { metricsOf, type SearchMetrics } from '../../server/knowledge/evaluate-search.ts';
import { sha256Hex } from '../../server/util/hash.ts';
import type { GatheredQuery } from '../search-lab/gather-set.ts';
import { documentOfChunk } from '../search-lab/open-lab.ts';
import type { FusionMethod } from './fusion-methods.ts';

export type Half = 'tuning' | 'held out';

/** Which half a question belongs to, by its own text: the same at each run. */
export function halfOf({ query }: GatheredQuery): Half {
  return Number.parseInt(sha256Hex(query.text).slice(0, 2), 16) % 2 === 0 ? 'tuning' : 'held out';
}

const DEPTH = 10;

/** How well a method finds the documents of these questions; a document counts where its first chunk stands. */
export function scoreMethod(method: FusionMethod, queries: readonly GatheredQuery[]): SearchMetrics {
  return metricsOf(
    queries.map(({ query, gathered }) => {
      const open = new Set(query.relevant);
      const places = method
        .fuse(gathered)
        .slice(0, DEPTH)
        .flatMap(({ chunk }, at) => (open.delete(documentOfChunk(chunk)) ? [at] : []));
      return { places, relevant: new Set(query.relevant).size };
    }),
  );
}
