import { AppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { describeError } from '../util/describe-error.ts';
import { within } from '../util/within.ts';
import { searchTextOf } from './chunk-row.ts';
import type { FoundChunk } from './search-chunks.ts';

/** How far each text answers the query, 0 to 1, in their order. Masks them. @throws AppError ERR_INFERENCE_UNAVAILABLE */
export type RerankTexts = (query: string, texts: readonly string[]) => Promise<readonly number[]>;

/** The best of a search are reranked, and so many at a time. */
export const RERANKED = 24;
const PIECE = 4;
/** A search waits so long for the reranker, milliseconds. */
const BUDGET_MS = 500;

export interface RerankContext {
  readonly rerank: RerankTexts;
  readonly logger: Logger;
  readonly budgetMs?: number;
}

/**
 * Orders the best by the reranker's word, piece by piece from the top until the time is up; what it did not get to stays
 * behind those in the order of the search. Scores stay with their ranks, because what comes after is calibrated on them.
 * Without an answer of the reranker, all stays as it was.
 */
export async function rerankFound(
  { rerank, logger, budgetMs = BUDGET_MS }: RerankContext,
  query: string,
  found: readonly FoundChunk[],
): Promise<readonly FoundChunk[]> {
  const until = performance.now() + budgetMs;
  const best = found.slice(0, RERANKED);
  const relevances: number[] = [];
  try {
    while (relevances.length < best.length) {
      const piece = best.slice(relevances.length, relevances.length + PIECE);
      const texts = piece.map(({ chunk }) => searchTextOf(chunk));
      const read = await within(until - performance.now(), () => rerank(query, texts));
      if (read === undefined) break;
      relevances.push(...read);
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ERR_INFERENCE_UNAVAILABLE') throw error;
    logger.warn({ err: describeError(error) }, 'knowledge.searched-without-reranker');
  }
  return inOrderOf(relevances, found);
}

/** The first ones by relevance, then the others; the n-th has the n-th score. Equal relevances keep the order they had. */
function inOrderOf(relevances: readonly number[], found: readonly FoundChunk[]): FoundChunk[] {
  const read = relevances
    .flatMap((relevance, at) => found.slice(at, at + 1).map((item) => ({ item, relevance })))
    .toSorted((left, right) => right.relevance - left.relevance)
    .map(({ item }) => item);
  const ordered = [...read, ...found.slice(relevances.length)];
  return found.map((item, at) => ({ ...(ordered[at] ?? item), score: item.score }));
}
