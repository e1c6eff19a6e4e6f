import { describedRecognisers, nameRecognisers } from '../compose/name-recognisers.ts';
import { loadCatalog } from '../inference/catalog.ts';
import { createInference } from '../inference/inference.ts';
import { loadOnDemand } from '../inference/load-on-demand.ts';
import { createLogger } from '../logger.ts';
import { loadRedactionPolicy } from '../redaction/load-redaction-policy.ts';
import { createRedactor, type Redactor } from '../redaction/redactor.ts';
import { systemClock } from '../util/clock.ts';
import { systemRandom } from '../util/random.ts';
import type { Terminal } from './command.ts';
import { configOf } from './config-of.ts';

export interface CommandRedactor extends AsyncDisposable {
  readonly redactor: Redactor;
}

/**
 * The redactor alone, for a command that works beside a running server. Models that find names are started with the first
 * text.
 * @throws AppError ERR_POLICY_INVALID, ERR_CONFIG_INVALID
 */
export function openCommandRedactor(terminal: Terminal): CommandRedactor {
  const { policiesDir, modelsDir, threads, maskDeadlineMs: deadlineMs } = configOf(terminal);
  const models = loadCatalog(modelsDir).models.filter(({ purpose }) => purpose === 'ner');
  const logger = createLogger('silent');
  const inference = loadOnDemand(
    createInference({ cards: models, modelsDir, logger, clock: systemClock, threads }),
    () => Promise.resolve(),
  );
  return {
    redactor: createRedactor({
      ...loadRedactionPolicy(policiesDir, describedRecognisers({ models })),
      recognisers: nameRecognisers({ models }, inference),
      random: systemRandom,
      deadlineMs,
    }),
    [Symbol.asyncDispose]: () => Promise.resolve(inference[Symbol.asyncDispose]()),
  };
}
