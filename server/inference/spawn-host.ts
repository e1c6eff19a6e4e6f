import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { HostKind } from './host-protocol.ts';

export type HostProcess = ChildProcessWithoutNullStreams;

/** Starts a model process. Tests wrap it to see the very bytes that a model gets. */
export type SpawnHost = (kind: HostKind) => HostProcess;

/**
 * All that a model process knows of the environment: no secret, no proxy, no path of the server is inherited.
 */
const environment = { NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true', NODE_LLAMA_CPP_POSTINSTALL: 'skip' };

/** Starts the real host of an engine, compiled or (in development and tests) as TypeScript through tsx. */
export const forkHost: SpawnHost = (kind) => {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const entry = fileURLToPath(new URL(`hosts/${kind}-host${extension}`, import.meta.url));
  const loader = extension === '.ts' ? ['--import', tsxUrl()] : [];
  return spawn(process.execPath, [...loader, entry], {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
};

function tsxUrl(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
}
