import { type Language, languageOf } from '../domain/language.ts';
import { type Candidate, fuseScores, type SearchMode } from './fuse-scores.ts';
import {
  type Candidates,
  readFound,
  gatherCandidates,
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
  /** What was looked for, as the index has it. */
  readonly terms: readonly string[];
  /** Share of the vectors in the joined score; 0 when there were none. */
  readonly weight: number;
  /** Milliseconds. `vectors` includes embedding the question; absent when it could not be embedded. */
  readonly ms: { readonly words: number; readonly vectors?: number };
}

const modes: readonly SearchMode[] = ['text', 'vector', 'hybrid'];

/** Searches in all ways at once and tells where each found chunk stands in each of them. */
export async function explainSearch(context: SearchContext, query: SearchQuery): Promise<Explanation> {
  const gathered = await gatherCandidates(context, { ...query, mode: 'hybrid' });
  const standings = new Map(modes.map((mode) => [mode, standingsOf(context, gathered, mode)]));
  const scored = [...(standings.get(query.mode) ?? [])].map(([chunk, { score }]) => ({ chunk, score }));
  const found = await readFound(context.db, gathered.visible, query.limit, scored);
  const { wordsMs, vectorsMs, terms, vector } = gathered;
  return {
    found: found.map(({ chunk, score }) => ({
      chunk,
      score,
      standings: Object.fromEntries(
        [...standings].flatMap(([mode, ranked]) => {
          const standing = ranked.get(chunk.id);
          return standing === undefined ? [] : [[mode, standing]];
        }),
      ),
    })),
    language: languageOf(query.text),
    terms,
    weight: vector === undefined ? 0 : context.hybridWeight,
    ms: { words: wordsMs, ...(vector === undefined ? {} : { vectors: vectorsMs }) },
  };
}

/** By chunk, best first. Words score as BM25, vectors as cosine, both together as joined. */
function standingsOf(
  { hybridWeight }: SearchContext,
  { candidates, vector }: Candidates,
  mode: SearchMode,
): ReadonlyMap<string, Standing> {
  if (mode === 'vector' && vector === undefined) return new Map();
  const ranked = fuseScores(candidates, vector === undefined ? 0 : hybridWeight, mode);
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
