import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createPublicKey } from 'node:crypto';
import { COSIGNATURE } from '../audit/cosignature.ts';
import { type LogKey, parseLogKeys } from '../audit/log-key.ts';
import { formatVerifierKey, NoteError } from '../audit/signed-note.ts';
import { loadSigningKey } from '../audit/signer/signing-keys.ts';
import { createWitness, type Witness } from '../audit/witness/witness.ts';
import { AppError } from '../errors.ts';
import { systemClock } from '../util/clock.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required, wholeNumber } from './parse-options.ts';
import { untilStopped } from './until-stopped.ts';

/** A proof of 63 hashes and a note with 32 signatures are smaller. */
const MOST_BODY = 64 * 1024;

export const auditWitness: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, {
    name: { type: 'string' },
    state: { type: 'string' },
    key: { type: 'string' },
    log: { type: 'string', multiple: true },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8090' },
  });
  const name = required(values.name, '--name');
  const logs = (values.log ?? []).flatMap(readKeys);
  if (logs.length === 0)
    throw new AppError('ERR_USAGE', 'Give --log, a file with verifier keys.', { status: 400 });
  const privateKey = loadSigningKey(required(values.key, '--key'), true);
  const stateDir = required(values.state, '--state');
  const witness = createWitness({ signer: { name, privateKey }, logs, stateDir, clock: systemClock });
  const server = serveWitness(witness);
  await listen(server, wholeNumber(values.port, '--port', 0), values.host);
  terminal.out.write(`${formatVerifierKey(name, createPublicKey(privateKey), COSIGNATURE)}\n`);
  terminal.err.write('Witnessing. The line above is the key for anchors.yaml and for auditors.\n');
  await untilStopped();
  server.close();
  server.closeAllConnections();
  return 0;
};

/** The witness behind HTTP. TLS is a reverse proxy's, as with the server. */
export function serveWitness(witness: Witness): Server {
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type, body } = await answer(witness, request);
    response.writeHead(status, { 'content-type': type }).end(body);
  };
  return createServer((request, response) => void reply(request, response));
}

interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

async function answer(witness: Witness, request: IncomingMessage): Promise<HttpAnswer> {
  if (request.url !== '/add-checkpoint') return say(404, 'There is nothing here.');
  if (request.method !== 'POST') return say(405, 'Only POST is answered.');
  try {
    const body = await readBody(request);
    return body === undefined ? say(413, 'It is too large.') : await witness.addCheckpoint(body);
  } catch {
    // Its disk is full, or the other side went away: nothing was signed.
    return say(500, 'The checkpoint could not be kept.');
  }
}

function say(status: number, body: string): HttpAnswer {
  return { status, type: 'text/plain', body: `${body}\n` };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BODY) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readKeys(path: string): LogKey[] {
  try {
    return parseLogKeys(readFileSync(path, 'utf8'));
  } catch (error) {
    const what = error instanceof NoteError ? error.message : 'it cannot be read';
    throw new AppError('ERR_USAGE', `--log ${path}: ${what}.`, { status: 400 });
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}
