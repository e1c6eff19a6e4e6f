import { holdsTerm, type IndexHit } from './index-rows.ts';

/** A collection counts as at least this many chunks: in a handful, every word that occurs would seem worthless. */
const FEWEST = 100;

/**
 * How much the words of a question can be relied on, 0 to 1: the share of the question's information (inverse document
 * frequency) that the best hit of full text holds. Low where question and documents use other words, or another
 * language; the vectors then decide.
 */
export function lexicalConfidence(
  frequencies: ReadonlyMap<string, number>,
  hits: readonly IndexHit[],
  total: number,
): number {
  const best = hits.reduce<IndexHit | undefined>(
    (former, hit) => (hit.bm25 > (former?.bm25 ?? 0) ? hit : former),
    undefined,
  );
  if (best === undefined) return 0;
  const weights = [...frequencies].map(([term, frequency]) => ({
    term,
    weight: inverseFrequency(frequency, total),
  }));
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const found = weights.reduce((sum, { term, weight }) => sum + (holdsTerm(best, term) ? weight : 0), 0);
  return all === 0 ? 0 : found / all;
}

/** Robertson-Spärck Jones weight without relevance information, as in BM25. */
export function inverseFrequency(frequency: number, total: number): number {
  return Math.log(1 + (Math.max(total, FEWEST, frequency) - frequency + 0.5) / (frequency + 0.5));
}
