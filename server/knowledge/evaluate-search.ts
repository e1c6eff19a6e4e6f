import type { Hit } from '../domain/evidence.ts';
import type { DocumentView } from './document.ts';
import type { SearchMode } from './fuse-scores.ts';
import type { SearchQuery } from './search-chunks.ts';
import type { Readable } from './visible-set.ts';

/** One question with what answers it: ids of chunks or documents, or sources of documents. */
export interface EvaluationLine {
  readonly query: string;
  readonly relevant: readonly string[];
}

/** Means over all lines, 0 to 1. */
export interface SearchMetrics {
  readonly 'recall@1': number;
  readonly 'recall@5': number;
  readonly 'recall@10': number;
  readonly 'mrr@10': number;
  readonly 'ndcg@10': number;
}

export interface EvaluationReport extends Readonly<Record<SearchMode, SearchMetrics>> {
  readonly queries: number;
}

const DEPTH = 10;

/** Measures each mode of search over the lines. */
export async function evaluateSearch(
  search: (query: SearchQuery) => Promise<Hit[]>,
  lines: readonly EvaluationLine[],
  documents: readonly DocumentView[],
  readable: Readable,
): Promise<EvaluationReport> {
  const sources = new Map(documents.map((document) => [document.id, document.source]));
  const namesOf: NamesOf = (hit) => [hit.chunk, hit.document, sources.get(hit.document) ?? ''];
  const measure = async (mode: SearchMode): Promise<SearchMetrics> => {
    const questions: Found[] = [];
    // One after the other: a thousand questions at once would only queue in the engine.
    for (const { query, relevant } of lines) {
      const hits = await search({ ...readable, text: query, limit: DEPTH, mode });
      questions.push({ places: placesOf(hits, relevant, namesOf), relevant: new Set(relevant).size });
    }
    return metricsOf(questions);
  };
  const [hybrid, text, vector] = [await measure('hybrid'), await measure('text'), await measure('vector')];
  return { queries: lines.length, hybrid, text, vector };
}

interface Found {
  /** Zero-based ranks of relevant hits. */
  readonly places: readonly number[];
  /** How many things are relevant. */
  readonly relevant: number;
}

/** Names a hit goes by: its chunk, its document, the document's source. */
export type NamesOf = (hit: Hit) => readonly string[];

/** Relevant things found among the first hits, each counted at its first place only. */
export function placesOf(hits: readonly Hit[], relevant: readonly string[], namesOf: NamesOf): number[] {
  const open = new Set(relevant);
  return hits.slice(0, DEPTH).flatMap((hit, at) => {
    const found = namesOf(hit).filter((name) => open.delete(name));
    return found.length > 0 ? [at] : [];
  });
}

/** `places` are the zero-based ranks of relevant hits, one list per question. */
export function metricsOf(
  questions: readonly { places: readonly number[]; relevant: number }[],
): SearchMetrics {
  const recall = (depth: number): number =>
    mean(
      questions.map(
        ({ places, relevant }) => places.filter((at) => at < depth).length / Math.max(1, relevant),
      ),
    );
  return {
    'recall@1': recall(1),
    'recall@5': recall(5),
    'recall@10': recall(10),
    'mrr@10': mean(questions.map(({ places }) => (places[0] === undefined ? 0 : 1 / (places[0] + 1)))),
    'ndcg@10': mean(
      questions.map(({ places, relevant }) => gainOf(places) / gainOf(idealPlaces(Math.max(1, relevant)))),
    ),
  };
}

function idealPlaces(relevant: number): number[] {
  return Array.from({ length: Math.min(relevant, DEPTH) }, (_, at) => at);
}

/** Discounted cumulative gain with binary relevance. */
function gainOf(places: readonly number[]): number {
  return places.reduce((sum, at) => sum + 1 / Math.log2(at + 2), 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
