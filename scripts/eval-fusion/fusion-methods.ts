import { type Candidate, fuseScores, type Scored } from '../../server/knowledge/fuse-scores.ts';

/** What is known of one question: all that text search and vectors found. */
export interface FusionInput {
  readonly candidates: readonly Candidate[];
  /** `lexicalConfidence` of the question. */
  readonly confidence: number;
}

export interface FusionMethod {
  readonly name: string;
  readonly fuse: (input: FusionInput) => Scored[];
}

export const textAlone: FusionMethod = {
  name: 'text',
  fuse: ({ candidates, confidence }) => fuseScores(candidates, { weight: 0, confidence }, 'text'),
};

export const vectorAlone: FusionMethod = {
  name: 'vector',
  fuse: ({ candidates, confidence }) => fuseScores(candidates, { weight: 1, confidence }, 'vector'),
};

const weights = [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];

/** Everything that was considered, with its weights. */
export const fusionMethods: readonly FusionMethod[] = [
  ...weights.map(confidentSum),
  ...weights.map(weightedSum),
  ...[0.2, 0.3, 0.4, 0.5].map(rangedSum),
  ...[0.1, 0.2, 0.3].map(agreeingSum),
  ...[10, 60].map((k) => reciprocalRanks(k, 0.5)),
  ...[0.2, 0.3, 0.4].map((weight) => reciprocalRanks(10, weight)),
];

/** What the product does: the words count as far as they are to be relied on. */
function confidentSum(weight: number): FusionMethod {
  return {
    name: `confident sum ${weight}`,
    fuse: ({ candidates, confidence }) => fuseScores(candidates, { weight, confidence }, 'hybrid'),
  };
}

function weightedSum(weight: number): FusionMethod {
  return {
    name: `weighted sum ${weight}`,
    fuse: ({ candidates }) => fuseScores(candidates, { weight, confidence: 1 }, 'hybrid'),
  };
}

/** Cosines stretched over the range they have among the candidates. */
function rangedSum(weight: number): FusionMethod {
  return {
    name: `min-max sum ${weight}`,
    fuse: ({ candidates }) => {
      const cosines = candidates.map(({ cosine }) => cosine);
      const least = Math.min(...cosines);
      const range = Math.max(...cosines) - least || 1;
      const stretched = candidates.map((candidate) => ({
        ...candidate,
        cosine: (candidate.cosine - least) / range,
      }));
      return fuseScores(stretched, { weight, confidence: 1 }, 'hybrid');
    },
  };
}

const AGREEING = 10;

/** The vectors count for more, the more of the best ten both ways share. */
function agreeingSum(least: number): FusionMethod {
  return {
    name: `agreement ${least} to ${(least + 0.5).toFixed(1)}`,
    fuse: ({ candidates }) => {
      const [words, vectors] = [ranksOf(candidates, 'bm25'), ranksOf(candidates, 'cosine')];
      const shared = [...words].filter(
        ([chunk, rank]) => rank <= AGREEING && (vectors.get(chunk) ?? Infinity) <= AGREEING,
      ).length;
      return fuseScores(candidates, { weight: least + (0.5 * shared) / AGREEING, confidence: 1 }, 'hybrid');
    },
  };
}

/** Reciprocal rank fusion (Cormack et al., 2009), with a share for the vectors. */
function reciprocalRanks(k: number, weight: number): FusionMethod {
  return {
    name: `RRF k=${k}${weight === 0.5 ? '' : `, vectors ${weight}`}`,
    fuse: ({ candidates }) => {
      const [words, vectors] = [ranksOf(candidates, 'bm25'), ranksOf(candidates, 'cosine')];
      return candidates
        .map(({ chunk }) => ({
          chunk,
          score:
            (1 - weight) / (k + (words.get(chunk) ?? Infinity)) +
            weight / (k + (vectors.get(chunk) ?? Infinity)),
        }))
        .toSorted((left, right) => right.score - left.score || (left.chunk < right.chunk ? -1 : 1));
    },
  };
}

function ranksOf(candidates: readonly Candidate[], by: 'bm25' | 'cosine'): Map<string, number> {
  const ranked = candidates
    .filter((candidate) => candidate[by] > 0)
    .toSorted((left, right) => right[by] - left[by]);
  return new Map(ranked.map(({ chunk }, at) => [chunk, at + 1]));
}
