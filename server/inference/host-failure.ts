import { AppError } from '../errors.ts';
import type { HostEvent } from './host-protocol.ts';
import { unavailable } from './work-queue.ts';

const refusals = {
  context: ['ERR_INFERENCE_CONTEXT', 'messages'],
  grammar: ['ERR_INFERENCE_GRAMMAR', 'response_format'],
} as const;

/** What a process says went wrong, as the error that the caller gets. */
export function toInferenceError(model: string, event: Extract<HostEvent, { kind: 'error' }>): AppError {
  if (event.reason === 'failed') return unavailable(model, `it failed on this request (${event.message})`);
  const [code, param] = refusals[event.reason];
  return new AppError(code, event.message, { status: 400, param });
}
