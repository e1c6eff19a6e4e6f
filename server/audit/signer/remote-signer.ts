import type { Duplex } from 'node:stream';
import { AppError } from '../../errors.ts';
import { createLineSplitter } from '../../util/json-lines.ts';
import { unavailable } from '../unavailable.ts';
import type { SignedLog, Signer, SignerHead } from './signer.ts';
import {
  type SignerRefusal,
  type SignerReply,
  signerReply,
  type SignerRequestBody,
} from './signer-protocol.ts';

/** The other end of a line to a signer. */
export interface SignerLink {
  readonly stream: Pick<Duplex, 'write' | 'on'>;
  /** Called for a signer that does not answer, or not in its language. */
  readonly cut: () => void;
}

interface Waiting {
  readonly resolve: (reply: SignerReply) => void;
  readonly reject: (error: Error) => void;
}

/** A signer reads everything that it has not signed yet: a million entries take ten seconds. */
const PATIENCE_MS = 120_000;

/** One connection to a signer. What is asked when it has ended fails. */
interface Connection {
  ask(body: SignerRequestBody): Promise<SignerReply>;
  readonly ended: boolean;
}

/**
 * A signer in another process. A line that ended is opened again for the next request, and the signer is told anew which
 * log it signs: a signer that crashed costs one attempt.
 */
export function createRemoteSigner(connect: () => Promise<SignerLink>, close: () => Promise<void>): Signer {
  let log: SignedLog | undefined;
  let current: Connection | undefined;
  /** The connection whose signer has been told which log it signs. */
  let openOn: Connection | undefined;

  const open = async (): Promise<SignerHead> => {
    if (log === undefined) throw new Error('The signer has no log.');
    const connection = current === undefined || current.ended ? createConnection(await connect()) : current;
    current = connection;
    const reply = await connection.ask({ kind: 'open', ...log });
    if (reply.kind !== 'opened') throw refusal(reply);
    openOn = connection;
    return { size: reply.size, root: Buffer.from(reply.root, 'base64'), keys: reply.keys };
  };

  const ask = async (body: SignerRequestBody): Promise<SignerReply> => {
    if (openOn === undefined || openOn.ended) await open();
    if (openOn === undefined) throw new Error('The signer is gone.');
    return openOn.ask(body);
  };

  return {
    async open(opened) {
      log = opened;
      return failingAsUnavailable(open);
    },
    sign: ({ size, root, proof }) =>
      failingAsUnavailable(async () => {
        const hashes = proof.map((hash) => hash.toString('base64'));
        const reply = await ask({ kind: 'sign', size, root: root.toString('base64'), proof: hashes });
        if (reply.kind !== 'signed') throw refusal(reply);
        return { note: reply.note, keys: reply.keys };
      }),
    prepareKey: () =>
      failingAsUnavailable(async () => {
        const reply = await ask({ kind: 'prepare-key' });
        if (reply.kind !== 'prepared') throw refusal(reply);
        return reply.vkey;
      }),
    [Symbol.asyncDispose]: close,
  };
}

async function failingAsUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable(error);
  }
}

const statuses: Readonly<Record<SignerRefusal, number>> = {
  ERR_AUDIT_INVALID: 503,
  ERR_AUDIT_UNAVAILABLE: 503,
  ERR_CONFIG_INVALID: 500,
  ERR_REQUEST_INVALID: 409,
};

function refusal(reply: SignerReply): Error {
  if (reply.kind !== 'refused') return new Error('The signer answered something else than was asked.');
  const status = statuses[reply.code];
  return new AppError(reply.code, reply.message, { status });
}

function createConnection({ stream, cut }: SignerLink): Connection {
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let ended = false;
  const end = (what: string): void => {
    if (!ended) cut();
    ended = true;
    for (const { reject } of waiting.values()) reject(new Error(`The signer ${what}.`));
    waiting.clear();
  };
  const split = createLineSplitter((line) => {
    const reply = parseReply(line);
    const asked = reply && waiting.get(reply.id);
    if (reply === undefined || asked === undefined) return end('broke the protocol');
    waiting.delete(reply.id);
    asked.resolve(reply);
  });
  stream.on('data', split);
  stream.on('error', () => end('cannot be reached'));
  stream.on('close', () => end('is gone'));
  return {
    get ended() {
      return ended;
    },
    ask(body) {
      if (ended) return Promise.reject(new Error('The signer is gone.'));
      const id = (nextId += 1);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end('does not answer'), PATIENCE_MS).unref();
        waiting.set(id, {
          resolve(reply) {
            clearTimeout(timer);
            resolve(reply);
          },
          reject(error) {
            clearTimeout(timer);
            reject(error);
          },
        });
        stream.write(`${JSON.stringify({ id, ...body })}\n`);
      });
    },
  };
}

function parseReply(line: string): SignerReply | undefined {
  try {
    return signerReply.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
