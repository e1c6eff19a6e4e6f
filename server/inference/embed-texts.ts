import type { MaskedText } from '../domain/masked.ts';
import { decodeVector } from '../util/vector.ts';
import { toInferenceError } from './host-failure.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import type { WorkListener } from './work-queue.ts';

export interface EmbedResult {
  /** One per text, in order, of length 1. */
  readonly vectors: Float32Array[];
  /** Tokens of all texts together. */
  readonly tokens: number;
}

/** Small pieces, so that a question does not wait behind a whole document that is being imported. */
const PIECE = 16;

/** Embeds texts piece by piece. @throws the signal's reason when it fires. */
export async function embedTexts(
  supervisor: HostSupervisor,
  texts: readonly MaskedText[],
  signal?: AbortSignal,
): Promise<EmbedResult> {
  const vectors: Float32Array[] = [];
  let tokens = 0;
  for (let start = 0; start < texts.length; start += PIECE) {
    signal?.throwIfAborted();
    // The next piece is queued when this one is done, behind what others have asked for meanwhile.
    const piece = await embedPiece(supervisor, texts.slice(start, start + PIECE));
    vectors.push(...piece.vectors);
    tokens += piece.tokens;
  }
  return { vectors, tokens };
}

function embedPiece(supervisor: HostSupervisor, texts: readonly MaskedText[]): Promise<EmbedResult> {
  return new Promise((resolve, reject) => {
    const listener: WorkListener = {
      event(event) {
        if (event.kind === 'error') reject(toInferenceError(supervisor.model, event));
        if (event.kind === 'vectors')
          resolve({ vectors: event.vectors.map(decodeVector), tokens: event.tokens });
      },
      failed: reject,
    };
    supervisor.submit({ kind: 'embed', texts }, listener);
  });
}
