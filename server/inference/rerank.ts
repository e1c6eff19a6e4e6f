import type { MaskedText } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import { classifyPairs } from './classify-pairs.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import { softmax } from './softmax.ts';

/** Small pieces, so that a question does not wait behind all documents of another. */
const PIECE = 8;

/**
 * How far each document answers the query, from 0 to 1, in the order of the documents.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE, and the signal's reason when it fires
 */
export async function rerank(
  supervisor: HostSupervisor,
  query: MaskedText,
  documents: readonly MaskedText[],
  signal?: AbortSignal,
): Promise<readonly number[]> {
  const relevances: number[] = [];
  for (let start = 0; start < documents.length; start += PIECE) {
    signal?.throwIfAborted();
    const pairs = documents.slice(start, start + PIECE).map((document) => [query, document] as const);
    // The next piece is queued when this one is done, behind what others have asked for meanwhile.
    const { logits } = await classifyPairs(supervisor, pairs);
    relevances.push(...logits.map(readRelevance));
  }
  return relevances;
}

/**
 * Cross-encoders have one label, whose logit the logistic function makes a probability (sentence-transformers), or two,
 * of which the second says that the document answers.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE for a model of more labels
 */
export function readRelevance(logits: readonly number[]): number {
  const [first, second] = logits;
  if (first !== undefined && logits.length === 1) return 1 / (1 + Math.exp(-first));
  if (second !== undefined && logits.length === 2) return softmax(logits)[1] ?? 0;
  throw new AppError(
    'ERR_INFERENCE_UNAVAILABLE',
    'A reranker has one label, or two of which the second says that the document answers. This model has others.',
    { status: 503 },
  );
}
