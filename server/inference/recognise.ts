import type { ModelCard } from '../domain/model-card.ts';
import type { UnmaskedText } from '../domain/unmasked.ts';
import { AppError } from '../errors.ts';
import { toInferenceError } from './host-failure.ts';
import type { FinalEvent } from './host-protocol.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import { unavailable, type WorkListener } from './work-queue.ts';

/** A place that the model takes for a value. Offsets are UTF-16 code units of the text, half open. */
export type RecognisedPlace = Extract<FinalEvent, { kind: 'recognised' }>['spans'][number];

/**
 * Lets a model of purpose `ner`, and none of another purpose, read a text that is not masked. When the signal fires, the
 * reading ends after the window in hand.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE (503), ERR_MODEL_UNLOADED (503), ERR_REQUEST_TOO_LARGE (413) for a text of
 * more tokens than the catalogue allows
 */
export function recognise(
  supervisor: HostSupervisor,
  { purpose, mostTokens }: ModelCard,
  text: UnmaskedText,
  signal: AbortSignal,
): Promise<readonly RecognisedPlace[]> {
  if (purpose !== 'ner') throw new Error('Only a model that finds names reads text that is not masked.');
  return new Promise((resolve, reject) => {
    const listener: WorkListener = {
      event(event) {
        if (event.kind === 'recognised') resolve(event.spans);
        else if (event.kind === 'error' && event.reason === 'context') reject(tooLong(mostTokens ?? 0));
        else if (event.kind === 'error') reject(toInferenceError(supervisor.model, event));
        else if (event.kind === 'end') reject(unavailable(supervisor.model, 'nobody waited for it any more'));
      },
      failed: reject,
    };
    const id = supervisor.submit({ kind: 'recognise', text }, listener);
    signal.addEventListener('abort', () => supervisor.abort(id, listener), { once: true });
  });
}

function tooLong(mostTokens: number): AppError {
  return new AppError(
    'ERR_REQUEST_TOO_LARGE',
    `A text may have at most ${mostTokens} tokens of the model that finds names. Send it in smaller parts.`,
    { status: 413 },
  );
}
