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

/** How to join the two scores of a candidate. */
export interface Fusion {
  /** Share of the cosine (0 to 1) when full text is certain, from the embedder's card. */
  readonly weight: number;
  /** How far full text can be relied on for this question, 0 to 1: `lexicalConfidence`. */
  readonly confidence: number;
}

/** For an embedder that could not be asked: full text decides alone. */
export const wordsOnly: Fusion = { weight: 0, confidence: 1 };

/**
 * Joined score of each candidate, best first: (1 − w) · confidence · bm25 / best bm25 + w · max(0, cosine). It is the
 * cosine alone when full text found nothing. The method was chosen by `npm run eval:fusion` (docs/knowledge.md).
 * Ties go by id, so that the same question always gets the same order.
 */
export function fuseScores(candidates: readonly Candidate[], fusion: Fusion, mode: SearchMode): Scored[] {
  const best = Math.max(0, ...candidates.map((candidate) => candidate.bm25));
  const { words, vector } = sharesOf(fusion, best === 0 && mode === 'hybrid' ? 'vector' : mode);
  return candidates
    .map(({ chunk, bm25, cosine }) => ({
      chunk,
      score: words * (best === 0 ? 0 : bm25 / best) + vector * Math.max(0, cosine),
    }))
    .filter((scored) => scored.score > 0)
    .toSorted((left, right) => right.score - left.score || (left.chunk < right.chunk ? -1 : 1));
}

function sharesOf(
  { weight, confidence }: Fusion,
  mode: SearchMode,
): { readonly words: number; readonly vector: number } {
  switch (mode) {
    case 'hybrid':
      return { words: (1 - weight) * confidence, vector: weight };
    case 'text':
      return { words: 1, vector: 0 };
    case 'vector':
      return { words: 0, vector: 1 };
    default:
      return mode satisfies never;
  }
}

/** Cosine of two vectors; 0 when one of them is empty. */
export function cosineOf(left: Float32Array, right: Float32Array): number {
  let dot = 0;
  let leftSquare = 0;
  let rightSquare = 0;
  // By index: this runs for every candidate, and iterators take ten times as long.
  for (let at = 0; at < left.length; at += 1) {
    const value = left[at] ?? 0;
    const other = right[at] ?? 0;
    dot += value * other;
    leftSquare += value * value;
    rightSquare += other * other;
  }
  return leftSquare === 0 || rightSquare === 0 ? 0 : dot / Math.sqrt(leftSquare * rightSquare);
}
