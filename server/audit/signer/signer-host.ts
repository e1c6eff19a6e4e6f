import { PassThrough } from 'node:stream';
import { createLineSplitter } from '../../util/json-lines.ts';
import { createSigner } from './create-signer.ts';
import { serveSigner } from './serve-signer.ts';
import { signerStart } from './signer-protocol.ts';

/**
 * The signer as a process of its own, behind standard input and output. The first line says where it finds what it
 * needs; the end of the input ends it, so it never outlives its server.
 */
function runSigner(): void {
  const requests = new PassThrough();
  let started = false;
  const start = (line: string): void => {
    const { settings } = signerStart.parse(JSON.parse(line));
    const signer = createSigner(settings);
    serveSigner(signer, requests, process.stdout);
    process.stdin.on('end', () => {
      void Promise.resolve(signer[Symbol.asyncDispose]()).finally(() => process.exit(0));
    });
  };
  const split = createLineSplitter((line) => {
    if (started) requests.write(`${line}\n`);
    else start(line);
    started = true;
  });
  process.stdin.on('data', split);
  requests.on('close', () => process.exit(1));
  // Ctrl-C reaches the whole process group. The server decides when its signer ends: its last checkpoint comes at the stop.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

runSigner();
