import type { MaskedText } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import { toInferenceError } from './host-failure.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import type { WorkListener } from './work-queue.ts';

/** What a premise says of a claim: probabilities that it follows from it, and that it is denied by it. */
export interface Entailment {
  readonly entailment: number;
  readonly contradiction: number;
}

/** A premise and the claim that is held against it. */
export type EntailmentPair = readonly [premise: MaskedText, claim: MaskedText];

/** Natural-language inference over pairs, in order. @throws AppError ERR_INFERENCE_UNAVAILABLE */
export function entail(
  supervisor: HostSupervisor,
  pairs: readonly EntailmentPair[],
): Promise<readonly Entailment[]> {
  return new Promise((resolve, reject) => {
    const listener: WorkListener = {
      event(event) {
        if (event.kind === 'error') reject(toInferenceError(supervisor.model, event));
        if (event.kind !== 'classified') return;
        try {
          resolve(event.logits.map((logits) => readEntailment(event.labels, logits)));
        } catch (error) {
          reject(error instanceof Error ? error : new Error('unknown'));
        }
      },
      failed: reject,
    };
    supervisor.submit({ kind: 'classify', pairs }, listener);
  });
}

/**
 * Softmax over the logits, by the labels' names: models order them differently.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE when there is no entailment or no contradiction among them
 */
export function readEntailment(labels: readonly string[], logits: readonly number[]): Entailment {
  const highest = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const of = (name: RegExp): number => {
    const weight = weights[labels.findIndex((label) => name.test(label))];
    if (weight !== undefined) return weight / total;
    throw new AppError(
      'ERR_INFERENCE_UNAVAILABLE',
      'The labels of the NLI model are not entailment and contradiction. Correct id2label in its config.json.',
      { status: 503 },
    );
  };
  return { entailment: of(/^entail/iu), contradiction: of(/^contradict/iu) };
}
