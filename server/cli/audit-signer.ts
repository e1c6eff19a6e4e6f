import { existsSync } from 'node:fs';
import { chmod, unlink } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { createSigner } from '../audit/signer/create-signer.ts';
import { serveSigner } from '../audit/signer/serve-signer.ts';
import { connectSocket } from '../egress/connect-socket.ts';
import { AppError } from '../errors.ts';
import type { CommandRun } from './command.ts';
import { parseOptions, required } from './parse-options.ts';
import { untilStopped } from './until-stopped.ts';

export const auditSigner: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, {
    socket: { type: 'string' },
    state: { type: 'string' },
    key: { type: 'string' },
    db: { type: 'string' },
  });
  const path = required(values.socket, '--socket');
  await using signer = createSigner({
    stateDir: required(values.state, '--state'),
    keyPath: required(values.key, '--key'),
    logPath: required(values.db, '--db'),
  });
  await removeStale(path);
  const server = createServer((socket) => serveSigner(signer, socket, socket));
  await listen(server, path);
  terminal.err.write(`Signing for whoever may open ${path}.\n`);
  await untilStopped();
  server.close();
  return 0;
};

/** A signer that was killed leaves its socket behind. */
async function removeStale(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const other = await connectSocket(path).catch(() => undefined);
  if (other === undefined) return unlink(path);
  other.destroy();
  throw new AppError('ERR_USAGE', `Another signer listens on ${path}.`, { status: 400 });
}

async function listen(server: Server, path: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  // Owner and group: the server's user is in the group of the signer's, and nobody else is.
  await chmod(path, 0o660);
}
