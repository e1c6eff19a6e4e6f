import { toInferenceError } from './host-failure.ts';
import type { MeasuredRound } from './host-protocol.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import type { ModelSpeed } from './model-speed.ts';
import { summariseRounds } from './model-speed.ts';
import type { WorkListener } from './work-queue.ts';

/** Rounds that count. One more goes before them, because the first one is slower. */
const ROUNDS = 3;

/**
 * Times the model in its real process. Each round waits for its turn, so that requests go between; a round itself
 * takes seconds on a large model. `progress` takes a share between 0 and 1.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE, ERR_MODEL_UNLOADED
 */
export async function measureModel(
  supervisor: HostSupervisor,
  progress: (share: number) => void,
): Promise<ModelSpeed> {
  const rounds: MeasuredRound[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = await measureRound(supervisor);
    if (round > 0) rounds.push(measured);
    progress((round + 1) / (ROUNDS + 1));
  }
  return summariseRounds(rounds);
}

function measureRound(supervisor: HostSupervisor): Promise<MeasuredRound> {
  return new Promise((resolve, reject) => {
    const listener: WorkListener = {
      event(event) {
        if (event.kind === 'error') reject(toInferenceError(supervisor.model, event));
        if (event.kind === 'measured') resolve(event.round);
      },
      failed: reject,
    };
    supervisor.submit({ kind: 'measure' }, listener);
  });
}
