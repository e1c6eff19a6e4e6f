import type { MaskedText } from '../domain/masked.ts';
import { AppError } from '../errors.ts';
import { classifyPairs } from './classify-pairs.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import { softmax } from './softmax.ts';

/** What a premise says of a claim: probabilities that it follows from it, and that it is denied by it. */
export interface Entailment {
  readonly entailment: number;
  readonly contradiction: number;
}

/** A premise and the claim that is held against it. */
export type EntailmentPair = readonly [premise: MaskedText, claim: MaskedText];

/** Natural-language inference over pairs, in order. @throws AppError ERR_INFERENCE_UNAVAILABLE */
export async function entail(
  supervisor: HostSupervisor,
  pairs: readonly EntailmentPair[],
): Promise<readonly Entailment[]> {
  const { labels, logits } = await classifyPairs(supervisor, pairs);
  return logits.map((each) => readEntailment(labels, each));
}

/**
 * Softmax over the logits, by the labels' names: models order them differently.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE when there is no entailment or no contradiction among them
 */
export function readEntailment(labels: readonly string[], logits: readonly number[]): Entailment {
  const probabilities = softmax(logits);
  const of = (name: RegExp): number => {
    const probability = probabilities[labels.findIndex((label) => name.test(label))];
    if (probability !== undefined) return probability;
    throw new AppError(
      'ERR_INFERENCE_UNAVAILABLE',
      'The labels of the NLI model are not entailment and contradiction. Correct id2label in its config.json.',
      { status: 503 },
    );
  };
  return { entailment: of(/^entail/iu), contradiction: of(/^contradict/iu) };
}
