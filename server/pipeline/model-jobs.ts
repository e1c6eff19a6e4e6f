import type { AuditLog } from '../audit/audit-log.ts';
import type { ModelCard } from '../domain/model-card.ts';
import { AppError } from '../errors.ts';
import type { Inference } from '../inference/inference.ts';
import type { JobPayload } from '../jobs/job.ts';
import type { Measurements } from './measurements.ts';

export interface ModelJobDeps {
  readonly inference: Inference;
  readonly cards: readonly ModelCard[];
  readonly audit: AuditLog;
  readonly measurements: Measurements;
}

/** Runs a queued job about one model. */
export type ModelJobRunner = (
  payload: Extract<JobPayload, { model: string }>,
  progress: (share: number) => void,
) => Promise<void>;

export function createModelJobRunner(deps: ModelJobDeps): ModelJobRunner {
  const { inference, audit, measurements } = deps;
  return async ({ kind, model, actor }, progress) => {
    const card = findCard(deps.cards, model);
    switch (kind) {
      case 'verify-model': {
        const { files } = await inference.verify(card);
        const verified = files.every(({ state }) => state === 'verified');
        await audit.recordEvent({ type: 'model.verified', actor, model, verified });
        break;
      }
      case 'measure-model':
        await measurements.keep(card, await inference.measure(card, progress));
        await audit.recordEvent({ type: 'model.measured', actor, model });
        break;
      default:
        kind satisfies never;
    }
  };
}

/** The catalogue may have changed since the job was queued. */
function findCard(cards: readonly ModelCard[], id: string): ModelCard {
  const found = cards.find((card) => card.id === id);
  if (found !== undefined) return found;
  throw new AppError('ERR_MODEL_UNKNOWN', `The model ${id} is no longer in the catalogue.`, { status: 404 });
}
