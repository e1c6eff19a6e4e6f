import { createDeferred } from './deferred.ts';
import { type HostEvent, type HostRequest, parseHostEvent } from './host-protocol.ts';
import { createLineSplitter } from '../util/json-lines.ts';
import type { HostProcess } from './spawn-host.ts';

export interface ConnectionListener {
  event(event: HostEvent): void;
  /** A piece of standard error: engine messages, which may hold text of a request. */
  noise(text: string): void;
  /** Called once. The process is gone, or has lost its mind and has been killed. */
  ended(reason: string): void;
}

/** One model process, seen as messages. It knows nothing of queues and restarts. */
export interface HostConnection {
  readonly pid: number | undefined;
  send(request: HostRequest): void;
  /** Ends the process at once. */
  kill(reason: string): void;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
}

export function connectHost(child: HostProcess, listener: ConnectionListener): HostConnection {
  let ended = false;
  const gone = createDeferred();
  const end = (reason: string): void => {
    if (ended) return;
    ended = true;
    child.kill('SIGKILL');
    listener.ended(reason);
  };
  const split = createLineSplitter((line) => {
    if (ended) return;
    const event = readEvent(line);
    if (event === undefined) end('it broke the protocol');
    else listener.event(event);
  });
  child.stdout.on('data', split);
  child.stderr.on('data', (chunk: Buffer) => listener.noise(chunk.toString('utf8')));
  child.on('error', (error) => {
    gone.resolve();
    end(`it could not be started (${error.message})`);
  });
  child.on('exit', (code, signal) => {
    gone.resolve();
    end(signal === null ? `it ended with code ${code}` : `it died of ${signal}`);
  });
  // Writing to a process that has just died: its exit is reported by the line above.
  child.stdin.on('error', () => undefined);
  return {
    pid: child.pid,
    send(request) {
      if (!ended) child.stdin.write(`${JSON.stringify(request)}\n`);
    },
    kill: end,
    gone: gone.promise,
  };
}

function readEvent(line: string): HostEvent | undefined {
  try {
    return parseHostEvent(line);
  } catch {
    return undefined;
  }
}
