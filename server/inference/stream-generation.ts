import { createEventChannel } from './event-channel.ts';
import { toInferenceError } from './host-failure.ts';
import type { HostSupervisor } from './host-supervisor.ts';
import type { GenerationEvent, GenerationRequest } from './generation.ts';
import type { WorkListener } from './work-queue.ts';

/** Runs one generation as an async iteration. Leaving it early stops the model. */
export async function* streamGeneration(
  supervisor: HostSupervisor,
  request: GenerationRequest,
  signal: AbortSignal,
): AsyncGenerator<GenerationEvent, void, void> {
  if (signal.aborted) {
    yield { kind: 'end', finish: 'aborted', usage: { promptTokens: 0, completionTokens: 0 } };
    return;
  }
  const channel = createEventChannel<GenerationEvent>();
  const listener: WorkListener = {
    event(event) {
      if (event.kind === 'text') channel.push({ kind: 'text', text: event.text });
      if (event.kind === 'error') channel.fail(toInferenceError(supervisor.model, event));
      if (event.kind !== 'end') return;
      channel.push({ kind: 'end', finish: event.finish, usage: event.usage });
      channel.close();
    },
    failed: (error) => channel.fail(error),
  };
  const { exchange, messages, constraint } = request;
  const id = supervisor.submit(
    { kind: 'generate', messages, sampling: exchange.sampling, constraint },
    listener,
  );
  const abort = (): void => supervisor.abort(id, listener);
  signal.addEventListener('abort', abort, { once: true });
  try {
    yield* channel.read();
  } finally {
    signal.removeEventListener('abort', abort);
    abort();
  }
}
