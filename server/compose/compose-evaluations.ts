import type { ModelCard } from '../domain/model-card.ts';
import {
  createEvaluationRunner,
  createEvaluations,
  type EvaluationRunner,
  type Evaluations,
  type EvaluationsDeps,
} from '../pipeline/evaluations.ts';

export interface EvaluationParts extends Omit<EvaluationsDeps, 'settings'> {
  readonly chatModel: ModelCard;
  readonly embedder: ModelCard;
  readonly version: string;
}

/** Evaluations, and what runs them as jobs. */
export function composeEvaluations({ chatModel, embedder, version, ...parts }: EvaluationParts): {
  readonly evaluations: Evaluations;
  readonly evaluation: EvaluationRunner;
} {
  const settings = { model: chatModel.id, embedder: embedder.id, version };
  const deps = { ...parts, settings };
  return { evaluations: createEvaluations(deps), evaluation: createEvaluationRunner(deps) };
}
