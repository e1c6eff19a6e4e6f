import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Duplex, type Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { compiledEntry } from '../../util/compiled-entry.ts';
import { createRemoteSigner } from './remote-signer.ts';
import type { Signer, SignerSettings } from './signer.ts';

type SignerProcess = ChildProcessByStdio<Writable, Readable, null>;

/** Time to finish a signature in the making after its input has ended, in milliseconds. */
const GRACE_MS = 2_000;

/** A signer in a child process, started with the first request and again whenever it has died. */
export function spawnSigner(settings: SignerSettings): Signer {
  let child: SignerProcess | undefined;
  return createRemoteSigner(
    () => {
      const started = startProcess(settings);
      child = started;
      const stream = Duplex.from({ readable: started.stdout, writable: started.stdin });
      return Promise.resolve({ stream, cut: () => void started.kill('SIGKILL') });
    },
    async () => {
      if (child !== undefined) await endProcess(child);
    },
  );
}

function startProcess(settings: SignerSettings): SignerProcess {
  const entry = fileURLToPath(compiledEntry('signer-host', import.meta.url));
  // An empty environment: no secret and no path of the server is inherited but what it is told.
  const child = spawn(process.execPath, [entry], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  child.stdin.write(`${JSON.stringify({ kind: 'start', settings })}\n`);
  return child;
}

/** A signer ends with its input. */
async function endProcess(child: SignerProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin.end();
  const grace = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await gone;
  clearTimeout(grace);
}
