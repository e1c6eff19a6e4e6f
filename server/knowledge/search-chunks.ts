import type { AppDatabase } from '../db/database.ts';
import { withoutPlaceholders } from '../domain/placeholder.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { describeError } from '../util/describe-error.ts';
import type { ChunkText } from './chunk-row.ts';
import { collapseDuplicates } from './collapse-duplicates.ts';
import { readChunks, type StoredChunk } from './document-store.ts';
import {
  type Candidate,
  cosineOf,
  type Fusion,
  fuseScores,
  type SearchMode,
  wordsOnly,
} from './fuse-scores.ts';
import { holdsTerm, type IndexHit } from './index-rows.ts';
import type { IndexStore } from './index-store.ts';
import { lexicalConfidence } from './lexical-confidence.ts';
import { RERANKED, rerankFound, type RerankTexts } from './rerank-found.ts';
import { joinFound, planSearch, type SearchPlan } from './search-plan.ts';
import { questionTerms } from './terms.ts';
import { isVisible, type Readable, type VisibleSet, visibleSet } from './visible-set.ts';

/** Candidates from each of full text and vectors, as measured for the embedder. */
const CANDIDATES = 100;

/** Only what is readable is searched, and nothing else is ever returned. */
export interface SearchQuery extends Readable {
  readonly text: string;
  /** Earlier questions of the conversation that this one continues. */
  readonly antecedent?: string | undefined;
  readonly limit: number;
  readonly mode: SearchMode;
}

export interface SearchContext {
  readonly db: AppDatabase;
  readonly index: IndexStore;
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly hybridWeight: number;
  /** Absent where no reranker is installed. */
  readonly rerank?: RerankTexts | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What looking up needs; deciding what may be found and reading the texts need the database as well. */
export type LookUpContext = Pick<SearchContext, 'index' | 'embed' | 'logger'>;

export interface FoundChunk {
  readonly chunk: ChunkText;
  readonly score: number;
  /** Ids of chunks of other documents that say the same, and that it stands for. */
  readonly instead: readonly string[];
}

export interface SearchResult {
  /** Best first. */
  readonly found: readonly FoundChunk[];
  /** In how many of the candidate chunks each term of the question occurs, and how many chunks there are to search. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly total: number;
  /** What the question asks, where it asks several things; else empty. */
  readonly parts: readonly string[];
}

/** What full text and vectors found, with what was looked for. */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** The terms of the question. */
  readonly terms: readonly string[];
  /** The question as a vector; undefined when it was not wanted or could not be made. */
  readonly vector: Float32Array | undefined;
  readonly hits: readonly IndexHit[];
  /** Chunks there are to search. */
  readonly total: number;
  /** In how many of the candidates each term of the question occurs. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** How far full text can be relied on for this question, 0 to 1. */
  readonly confidence: number;
  /** Milliseconds in full text, and in embedding the question and its neighbours. */
  readonly wordsMs: number;
  readonly vectorsMs: number;
}

/** All that was looked up for a question. */
export interface Gathered {
  readonly plan: SearchPlan;
  /** What was searched. */
  readonly visible: VisibleSet;
  /** Found for the whole question. */
  readonly whole: Candidates;
  /** Found for each look-up of the plan; the first is that of the whole question. */
  readonly looked: readonly Candidates[];
}

/**
 * Hybrid search. What may be found is decided before anything is looked for. Texts, titles, readers and dates come from
 * the database, not from the index: what was removed or may not be read cannot come back, whatever the index says.
 */
export async function searchChunks(context: SearchContext, query: SearchQuery): Promise<SearchResult> {
  const { gathered, found } = await findSettled(context, query, query.mode);
  const { plan, whole } = gathered;
  return {
    found,
    frequencies: whole.frequencies,
    total: whole.total,
    parts: plan.kind === 'parts' ? plan.lookUps.slice(1) : [],
  };
}

/** Looks at most while documents change under a search. */
const ATTEMPTS = 8;

/**
 * Looks up and reads. A document that is replaced between the two would be missing, its old chunks gone and its new ones
 * not looked up yet: then all is done again, so that a reader sees the whole of one version. What is in the index ahead of
 * the database is missing too; it is found again the same, and that ends it.
 */
export async function findSettled(
  context: SearchContext,
  query: SearchQuery,
  ranking: SearchMode,
): Promise<{ readonly gathered: Gathered; readonly found: readonly FoundChunk[] }> {
  let before = '';
  for (let attempt = 1; ; attempt += 1) {
    const gathered = await gatherCandidates(context, query);
    const scored = joinFound(
      gathered.plan.kind,
      gathered.looked.map((one) => fuseScores(one.candidates, fusionOf(context, one), ranking)),
    );
    const { rerank } = isReranked(gathered, ranking) ? context : {};
    const most = rerank === undefined ? query.limit : Math.max(query.limit, RERANKED);
    const { found, isOvertaken } = await readFound(context.db, gathered.visible, most, scored);
    const looked = scored.map(({ chunk }) => chunk).join(' ');
    if (!isOvertaken || looked === before || attempt === ATTEMPTS) {
      if (rerank === undefined) return { gathered, found };
      const asked = withoutPlaceholders(gathered.plan.lookUps[0] ?? query.text);
      const ordered = await rerankFound({ ...context, rerank }, asked, found);
      return { gathered, found: ordered.slice(0, Math.max(0, query.limit)) };
    }
    before = looked;
  }
}

/** Reranking is for the best of both ways together. A question of several parts has the best of each part in front already. */
function isReranked({ plan }: Gathered, ranking: SearchMode): boolean {
  return ranking === 'hybrid' && plan.kind !== 'parts';
}

/** How the candidates of this question are joined. */
export function fusionOf(
  { hybridWeight }: Pick<SearchContext, 'hybridWeight'>,
  { vector, confidence }: Candidates,
): Fusion {
  return vector === undefined ? wordsOnly : { weight: hybridWeight, confidence };
}

/** Decides what may be found, then looks up all that the question's plan wants. */
export async function gatherCandidates(context: SearchContext, query: SearchQuery): Promise<Gathered> {
  const plan = planSearch(query);
  const visible = await visibleSet(context.db, query, context.clock.now());
  const [first, ...others] = plan.lookUps;
  const [whole, ...rest] = await Promise.all([
    lookUp(context, { text: first ?? query.text, mode: query.mode }, visible),
    ...others.map((text) => lookUp(context, { text, mode: query.mode }, visible)),
  ]);
  return { plan, visible, whole, looked: [whole, ...rest] };
}

/** Asks full text and vectors at once. Both get the same filter, and search nothing outside of it. */
export async function lookUp(
  context: LookUpContext,
  query: Pick<SearchQuery, 'text' | 'mode'>,
  visible: VisibleSet,
): Promise<Candidates> {
  // Documents are stored unmasked: a search for `[PERSON_3K]` would find nothing.
  const text = withoutPlaceholders(query.text);
  const { mode } = query;
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
  const frequencies = frequenciesOf(terms, hits);
  return {
    candidates: [...candidatesOf(hits, vector).values()],
    terms,
    vector,
    hits,
    total,
    frequencies,
    confidence: lexicalConfidence(frequencies, words.value, total),
    wordsMs: words.ms,
    vectorsMs: vectors.ms,
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

/** Without the model host, hybrid search goes on with full text alone; the loss is small and the answer still cited. */
async function embedQuestion(
  context: LookUpContext,
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
    const cosine = known?.cosine ?? cosineTo(vector, hit);
    candidates.set(hit.chunk, { chunk: hit.chunk, bm25: Math.max(known?.bm25 ?? 0, hit.bm25), cosine });
  }
  return candidates;
}

function cosineTo(vector: Float32Array | undefined, { place }: IndexHit): number {
  if (vector === undefined) return 0;
  return place instanceof Float32Array ? cosineOf(vector, place) : place.cosine;
}

/** Of this many found for each one wanted, texts are read first; more only when too few of them may be shown. */
const READ_AHEAD = 4;

interface Read {
  readonly found: readonly FoundChunk[];
  /** Whether the database has some of what was found no more, or not yet. */
  readonly isOvertaken: boolean;
}

/** The best that the database lets through, each with its text. */
async function readFound(
  db: AppDatabase,
  visible: VisibleSet,
  limit: number,
  scored: readonly { chunk: string; score: number }[],
): Promise<Read> {
  const most = Math.max(0, limit);
  const first = await readVisible(db, visible, scored.slice(0, most * READ_AHEAD));
  const found = collapseDuplicates(first.found);
  if (found.length >= most || scored.length <= most * READ_AHEAD) {
    return { found: found.slice(0, most), isOvertaken: first.isOvertaken };
  }
  const rest = await readVisible(db, visible, scored.slice(most * READ_AHEAD));
  return {
    found: collapseDuplicates([...first.found, ...rest.found]).slice(0, most),
    isOvertaken: first.isOvertaken || rest.isOvertaken,
  };
}

async function readVisible(
  db: AppDatabase,
  visible: VisibleSet,
  scored: readonly { chunk: string; score: number }[],
): Promise<{ found: { chunk: StoredChunk; score: number }[]; isOvertaken: boolean }> {
  const rows = await readChunks(
    db,
    scored.map(({ chunk }) => chunk),
  );
  const byId = new Map(rows.filter((row) => isVisible(row, visible)).map((row) => [row.id, row]));
  const found = scored.flatMap(({ chunk: id, score }) => {
    const chunk = byId.get(id);
    return chunk === undefined ? [] : [{ chunk, score }];
  });
  return { found, isOvertaken: rows.length < scored.length };
}

function frequenciesOf(terms: readonly string[], hits: readonly IndexHit[]): Map<string, number> {
  const distinct = [...new Map(hits.map((hit) => [hit.chunk, hit])).values()];
  return new Map(terms.map((term) => [term, distinct.filter((hit) => holdsTerm(hit, term)).length]));
}
