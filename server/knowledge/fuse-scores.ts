/** One candidate with both of its raw scores. */
export interface Candidate {
  readonly chunk: string;
  /** BM25, 0 when full text did not find it. */
  readonly bm25: number;
  /** Cosine with the question, -1 to 1. */
  readonly cosine: number;
}

export type SearchMode = 'hybrid' | 'text' | 'vector';

export interface Scored {
  readonly chunk: string;
  readonly score: number;
}

/**
 * Joined score of each candidate, best first: (1 − w) · bm25 / best bm25 + w · max(0, cosine). The weight is the one
 * that the embedder's card measured; it is 1 when full text found nothing and 0 in text mode.
 * Ties go by id, so that the same question always gets the same order.
 */
export function fuseScores(candidates: readonly Candidate[], weight: number, mode: SearchMode): Scored[] {
  const best = Math.max(0, ...candidates.map((candidate) => candidate.bm25));
  const share = best === 0 && mode !== 'text' ? 1 : weightOf(mode, weight);
  return candidates
    .map(({ chunk, bm25, cosine }) => ({
      chunk,
      score: (1 - share) * (best === 0 ? 0 : bm25 / best) + share * Math.max(0, cosine),
    }))
    .filter((scored) => scored.score > 0)
    .toSorted((left, right) => right.score - left.score || (left.chunk < right.chunk ? -1 : 1));
}

function weightOf(mode: SearchMode, weight: number): number {
  const weights: Record<SearchMode, number> = { hybrid: weight, text: 0, vector: 1 };
  return weights[mode];
}

/** Cosine of two vectors; 0 when one of them is empty. */
export function cosineOf(left: Float32Array, right: Float32Array): number {
  let dot = 0;
  let leftSquare = 0;
  let rightSquare = 0;
  for (const [at, value] of left.entries()) {
    const other = right[at] ?? 0;
    dot += value * other;
    leftSquare += value * value;
    rightSquare += other * other;
  }
  return leftSquare === 0 || rightSquare === 0 ? 0 : dot / Math.sqrt(leftSquare * rightSquare);
}
