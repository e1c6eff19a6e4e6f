import type { AppDatabase } from '../db/database.ts';
import { withoutPlaceholders } from '../domain/placeholder.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { describeError } from '../util/describe-error.ts';
import type { ChunkText } from './chunk-row.ts';
import { collapseDuplicates } from './collapse-duplicates.ts';
import { readChunks } from './document-store.ts';
import { type Candidate, cosineOf, fuseScores, type SearchMode } from './fuse-scores.ts';
import type { IndexHit } from './index-rows.ts';
import type { IndexStore } from './index-store.ts';
import { questionTerms } from './terms.ts';
import { isVisible, type Readable, type VisibleSet, visibleSet } from './visible-set.ts';

/** Candidates from each of full text and vectors, as measured for the embedder. */
const CANDIDATES = 100;

/** Only what is readable is searched, and nothing else is ever returned. */
export interface SearchQuery extends Readable {
  readonly text: string;
  readonly limit: number;
  readonly mode: SearchMode;
}

export interface SearchContext {
  readonly db: AppDatabase;
  readonly index: IndexStore;
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly hybridWeight: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface FoundChunk {
  readonly chunk: ChunkText;
  readonly score: number;
}

export interface SearchResult {
  /** Best first. */
  readonly found: readonly FoundChunk[];
  /** In how many of the candidate chunks each term of the question occurs, and how many chunks there are to search. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly total: number;
}

/** What full text and vectors found, with what was looked for. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** The terms of the question. */
  readonly terms: readonly string[];
  /** The question as a vector; undefined when it was not wanted or could not be made. */
  readonly vector: Float32Array | undefined;
  readonly hits: readonly IndexHit[];
  /** What was searched. */
  readonly visible: VisibleSet;
  /** Chunks there are to search. */
  readonly total: number;
  /** Milliseconds in full text, and in embedding the question and its neighbours. */
  readonly wordsMs: number;
  readonly vectorsMs: number;
}

/**
 * Hybrid search. What may be found is decided before anything is looked for. Texts, titles, readers and dates come from
 * the database, not from the index: what was removed or may not be read cannot come back, whatever the index says.
 */
export async function searchChunks(context: SearchContext, query: SearchQuery): Promise<SearchResult> {
  const { candidates, terms, vector, hits, visible, total } = await gatherCandidates(context, query);
  const weight = vector === undefined ? 0 : context.hybridWeight;
  return {
    found: await readFound(context.db, visible, query.limit, fuseScores(candidates, weight, query.mode)),
    frequencies: frequenciesOf(terms, hits),
    total,
  };
}

/** Asks full text and vectors, as far as the mode wants them. */
export async function gatherCandidates(context: SearchContext, query: SearchQuery): Promise<Candidates> {
  // Documents are stored unmasked: a search for `[PERSON_3K]` would find nothing.
  const text = withoutPlaceholders(query.text);
  const { mode } = query;
  const visible = await visibleSet(context.db, query, context.clock.now());
  const terms = questionTerms(text);
  const [total, words, vectors] = await Promise.all([
    context.index.count(visible),
    timed(async () => (mode === 'vector' ? [] : context.index.searchText(terms, visible, CANDIDATES))),
    timed(async () => {
      const vector = mode === 'text' ? undefined : await embedQuestion(context, text, mode);
      const hits = vector === undefined ? [] : await context.index.searchVector(vector, visible, CANDIDATES);
      return { vector, hits };
    }),
  ]);
  const { vector } = vectors.value;
  const hits = [...words.value, ...vectors.value.hits];
  const candidates = [...candidatesOf(hits, vector).values()];
  return { candidates, terms, vector, hits, visible, total, wordsMs: words.ms, vectorsMs: vectors.ms };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

/** Without the model host, hybrid search goes on with full text alone; the loss is small and the answer still cited. */
async function embedQuestion(
  context: SearchContext,
  text: string,
  mode: SearchMode,
): Promise<Float32Array | undefined> {
  if (text.trim() === '') return undefined;
  try {
    const [vector] = await context.embed([text]);
    return vector;
  } catch (error) {
    const isDown = error instanceof AppError && error.code === 'ERR_INFERENCE_UNAVAILABLE';
    if (!isDown || mode === 'vector') throw error;
    context.logger.warn({ err: describeError(error) }, 'knowledge.searched-without-vectors');
    return undefined;
  }
}

function candidatesOf(hits: readonly IndexHit[], vector: Float32Array | undefined): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const hit of hits) {
    const known = candidates.get(hit.chunk);
    const cosine = known?.cosine ?? (vector === undefined ? 0 : cosineOf(vector, hit.vector));
    candidates.set(hit.chunk, { chunk: hit.chunk, bm25: Math.max(known?.bm25 ?? 0, hit.bm25), cosine });
  }
  return candidates;
}

/** Reads what was found from the database, and keeps what may be read now. */
export async function readFound(
  db: AppDatabase,
  visible: VisibleSet,
  limit: number,
  scored: readonly { chunk: string; score: number }[],
): Promise<FoundChunk[]> {
  const rows = await readChunks(
    db,
    scored.map(({ chunk }) => chunk),
  );
  const byId = new Map(rows.filter((row) => isVisible(row, visible)).map((row) => [row.id, row]));
  const found = scored.flatMap(({ chunk: id, score }) => {
    const chunk = byId.get(id);
    return chunk === undefined ? [] : [{ chunk, score }];
  });
  return collapseDuplicates(found).slice(0, Math.max(0, limit));
}

function frequenciesOf(terms: readonly string[], hits: readonly IndexHit[]): Map<string, number> {
  const texts = new Map(hits.map((hit) => [hit.chunk, new Set(hit.terms)]));
  return new Map(terms.map((term) => [term, [...texts.values()].filter((text) => text.has(term)).length]));
}
