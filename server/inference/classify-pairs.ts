import type { MaskedText } from '../domain/masked.ts';
import { toInferenceError } from './host-failure.ts';
import type { FinalEvent } from './host-protocol.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import type { WorkListener } from './work-queue.ts';

/** Two texts that a classifier reads together. */
export type TextPair = readonly [MaskedText, MaskedText];

/** The model's labels, and for each pair one logit per label. */
export type Classified = Pick<Extract<FinalEvent, { kind: 'classified' }>, 'labels' | 'logits'>;

/** Classifies pairs in one piece of work, in order. @throws AppError ERR_INFERENCE_UNAVAILABLE */
export function classifyPairs(supervisor: HostSupervisor, pairs: readonly TextPair[]): Promise<Classified> {
  return new Promise((resolve, reject) => {
    const listener: WorkListener = {
      event(event) {
        if (event.kind === 'error') reject(toInferenceError(supervisor.model, event));
        if (event.kind === 'classified') resolve(event);
      },
      failed: reject,
    };
    supervisor.submit({ kind: 'classify', pairs }, listener);
  });
}
