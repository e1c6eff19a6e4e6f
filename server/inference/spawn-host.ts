import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compiledEntry } from '../util/compiled-entry.ts';
import type { HostKind } from './host-protocol.ts';

export type HostProcess = ChildProcessWithoutNullStreams;

/** Starts a model process. Tests wrap it to see the very bytes that a model gets. */
export type SpawnHost = (kind: HostKind) => HostProcess;

/**
 * All that a model process knows of the environment: no secret, no proxy, no path of the server is inherited.
 */
const environment = { NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true', NODE_LLAMA_CPP_POSTINSTALL: 'skip' };

/** Starts the real host of an engine. */
export const forkHost: SpawnHost = (kind) => {
  const entry = fileURLToPath(compiledEntry(`hosts/${kind}-host`, import.meta.url));
  return spawn(process.execPath, [entry], {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
};
