import type { ModelCard } from '../domain/model-card.ts';
import {
  createEvaluationRunner,
  type EvaluationRunner,
  type EvaluationRunnerDeps,
} from '../pipeline/evaluation-runner.ts';
import { createEvaluations, type Evaluations } from '../pipeline/evaluations.ts';

export interface EvaluationParts extends Omit<EvaluationRunnerDeps, 'settings'> {
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
  return {
    evaluations: createEvaluations(parts),
    evaluation: createEvaluationRunner({ ...parts, settings }),
  };
}
