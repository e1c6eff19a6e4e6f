import type { HostKind } from '../../server/inference/host-protocol.ts';
import { forkHost, type HostProcess, type SpawnHost } from '../../server/inference/spawn-host.ts';

/** Real model processes whose standard input is read along: the very bytes that a model gets. */
export interface TeedHosts {
  readonly spawnHost: SpawnHost;
  /** Everything written to any host so far. */
  bytes(): string;
  /** The newest process of a kind. */
  latest(kind: HostKind): HostProcess;
}

/** @param spawn starts the processes; the real ones when absent. */
export function createTeedHosts(spawn: SpawnHost = forkHost): TeedHosts {
  const written: Buffer[] = [];
  const processes = new Map<HostKind, HostProcess>();
  return {
    spawnHost(kind) {
      const child = spawn(kind);
      const write = child.stdin.write.bind(child.stdin);
      // Node's overloads cannot be named; arguments are handed on as they came.
      child.stdin.write = ((chunk: string | Uint8Array, ...rest: []) => {
        written.push(Buffer.from(chunk));
        return write(chunk, ...rest);
      }) as typeof child.stdin.write;
      processes.set(kind, child);
      return child;
    },
    bytes: () => Buffer.concat(written).toString('utf8'),
    latest(kind) {
      const found = processes.get(kind);
      if (found === undefined) throw new Error(`No ${kind} process was started.`);
      return found;
    },
  };
}

/** Kinds of work in what was written to hosts. */
export function workIn(bytes: string): string[] {
  return bytes
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String((JSON.parse(line) as { kind: unknown }).kind))
    .filter((kind) => ['generate', 'embed', 'classify', 'count'].includes(kind));
}
