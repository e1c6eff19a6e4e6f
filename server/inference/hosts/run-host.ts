import type { HostEvent, HostRequest, HostSettings, WorkBody } from '../host-protocol.ts';
import { createLineSplitter } from '../../util/json-lines.ts';
import { blockNetwork } from './block-network.ts';
import { HostError } from './host-error.ts';

/** An event without the id, which the loop adds. */
type EventBody = HostEvent extends infer E ? (E extends HostEvent ? Omit<E, 'id'> : never) : never;

export type Emit = (event: EventBody) => void;

/** What an engine can do; the loop around it speaks the protocol. */
export interface Engine {
  load(settings: HostSettings): Promise<void>;
  /** Tokens of each text, without those that a template adds. */
  count(texts: readonly string[]): readonly number[];
  /** Emits text and one final event. Errors become an `error` event. */
  work(body: WorkBody, emit: Emit, signal: AbortSignal): Promise<void>;
}

/**
 * Runs an engine behind standard input and output until the input ends: a host never outlives its server.
 * Whatever libraries print goes to standard error, because standard output belongs to the protocol.
 */
export function runHost(engine: Engine): void {
  blockNetwork();
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const running = new Map<number, AbortController>();
  const emitFor =
    (id: number): Emit =>
    (event) =>
      write(`${JSON.stringify({ ...event, id })}\n`);

  const attempt = async (
    id: number,
    task: (emit: Emit, signal: AbortSignal) => Promise<void>,
  ): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    const emit = emitFor(id);
    try {
      await task(emit, controller.signal);
    } catch (error) {
      emit(toErrorEvent(error));
    } finally {
      running.delete(id);
    }
  };

  const answer = async (request: HostRequest): Promise<void> => {
    switch (request.kind) {
      case 'load':
        return attempt(request.id, async (emit) => {
          await engine.load(request.settings);
          emit({ kind: 'loaded', rssMib: rssMib() });
        });
      case 'generate':
      case 'embed':
      case 'classify':
      case 'recognise':
      case 'measure':
        return attempt(request.id, (emit, signal) => engine.work(request, emit, signal));
      case 'count':
        return attempt(request.id, async (emit) => {
          emit({ kind: 'counted', tokens: [...engine.count(request.texts)] });
        });
      case 'abort':
        running.get(request.id)?.abort();
        return;
      case 'ping':
        emitFor(request.id)({ kind: 'pong', rssMib: rssMib() });
        return;
      case 'stop':
        process.exit(0);
    }
  };

  // The only writer is the server of the same version, so the shape is not checked again.
  const split = createLineSplitter((line) => {
    const request: HostRequest = JSON.parse(line);
    void answer(request);
  });
  process.stdin.on('data', split);
  process.stdin.on('end', () => process.exit(0));
  // Ctrl-C reaches the whole process group. The server decides when a host ends: requests in flight may finish.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

function toErrorEvent(error: unknown): EventBody {
  if (error instanceof HostError) return { kind: 'error', reason: error.reason, message: error.message };
  // A foreign message may quote the text it failed on.
  return { kind: 'error', reason: 'failed', message: error instanceof Error ? error.name : 'unknown' };
}

function rssMib(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}
