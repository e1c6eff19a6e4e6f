import { type Language, languageOf } from '../domain/language.ts';
import { type Candidate, type Fusion, fuseScores, type SearchMode } from './fuse-scores.ts';
import {
  type Candidates,
  findSettled,
  fusionOf,
  type SearchContext,
  type SearchQuery,
} from './search-chunks.ts';
import type { ChunkText } from './chunk-row.ts';

/** Where a chunk stands in one way of searching. */
export interface Standing {
  readonly score: number;
  /** 1 for the best. */
  readonly rank: number;
}

/** A found chunk with its standing in each way of searching; a way that did not find it is absent. */
export interface ExplainedChunk {
  readonly chunk: ChunkText;
  readonly score: number;
  readonly standings: Readonly<Partial<Record<SearchMode, Standing>>>;
}

export interface Explanation {
  readonly found: readonly ExplainedChunk[];
  readonly language: Language;
  /** The questions that were looked up: the whole one, then the parts it was split into. */
  readonly lookUps: readonly string[];
  /** What was looked for, as the index has it. */
  readonly terms: readonly string[];
  /** Share of the vectors in the joined score; 0 when there were none. */
  readonly weight: number;
  /** How far the words were relied on, 0 to 1. */
  readonly confidence: number;
  /** Milliseconds. `vectors` includes embedding the question; absent when it could not be embedded. */
  readonly ms: { readonly words: number; readonly vectors?: number };
}

const modes: readonly SearchMode[] = ['text', 'vector', 'hybrid'];

/** Searches in all ways at once and tells where each found chunk stands in each of them. */
export async function explainSearch(context: SearchContext, query: SearchQuery): Promise<Explanation> {
  const { gathered, found } = await findSettled(context, { ...query, mode: 'hybrid' }, query.mode);
  const { plan, whole } = gathered;
  const fusion = fusionOf(context, whole);
  const repeated = new Set(found.flatMap(({ instead }) => instead));
  const standings = new Map(modes.map((mode) => [mode, standingsOf(fusion, whole, mode, repeated)]));
  const { wordsMs, vectorsMs, terms, vector } = whole;
  return {
    found: found.map(({ chunk, score }) => ({
      chunk,
      score: standings.get(query.mode)?.get(chunk.id)?.score ?? score,
      standings: Object.fromEntries(
        [...standings].flatMap(([mode, ranked]) => {
          const standing = ranked.get(chunk.id);
          return standing === undefined ? [] : [[mode, standing]];
        }),
      ),
    })),
    language: languageOf(query.text),
    lookUps: plan.lookUps,
    terms,
    weight: fusion.weight,
    confidence: fusion.confidence,
    ms: { words: wordsMs, ...(vector === undefined ? {} : { vectors: vectorsMs }) },
  };
}

/** By chunk, best first, without what another chunk stands for. Words score as BM25, vectors as cosine, both together as joined. */
function standingsOf(
  fusion: Fusion,
  { candidates }: Candidates,
  mode: SearchMode,
  repeated: ReadonlySet<string>,
): ReadonlyMap<string, Standing> {
  const ranked = fuseScores(candidates, fusion, mode).filter(({ chunk }) => !repeated.has(chunk));
  const raw = new Map(candidates.map((candidate) => [candidate.chunk, rawScore(candidate, mode)]));
  return new Map(
    ranked.map(({ chunk, score }, at) => [chunk, { score: raw.get(chunk) ?? score, rank: at + 1 }]),
  );
}

function rawScore({ bm25, cosine }: Candidate, mode: SearchMode): number | undefined {
  switch (mode) {
    case 'text':
      return bm25;
    case 'vector':
      return cosine;
    case 'hybrid':
      return undefined;
    default:
      return mode satisfies never;
  }
}
