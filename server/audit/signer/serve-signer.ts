import type { Readable, Writable } from 'node:stream';
import { toAppError } from '../../errors.ts';
import { createLineSplitter } from '../../util/json-lines.ts';
import type { Signer } from './signer.ts';
import { refusalOf, type SignerReply, type SignerRequest, signerRequest } from './signer-protocol.ts';

/** More in one line is no request. */
const LONGEST_LINE = 64 * 1024;

/**
 * Lets a signer answer the requests of one connection. Whoever is on the other end is not trusted: what is no request
 * ends the connection.
 */
export function serveSigner(signer: Signer, input: Readable, output: Writable): void {
  const answer = async (request: SignerRequest): Promise<void> => {
    output.write(`${JSON.stringify(await replyTo(signer, request))}\n`);
  };
  let unfinished = 0;
  const split = createLineSplitter((line) => {
    const request = parseRequest(line);
    if (request === undefined) input.destroy();
    else void answer(request);
  });
  input.on('data', (chunk: Buffer) => {
    const end = chunk.lastIndexOf(10);
    unfinished = end < 0 ? unfinished + chunk.length : chunk.length - end - 1;
    if (unfinished > LONGEST_LINE) input.destroy();
    else split(chunk);
  });
  // The other end went away in the middle of something: there is nobody left to tell.
  input.on('error', () => undefined);
  output.on('error', () => undefined);
}

function parseRequest(line: string): SignerRequest | undefined {
  try {
    return signerRequest.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

async function replyTo(signer: Signer, request: SignerRequest): Promise<SignerReply> {
  const { id } = request;
  try {
    switch (request.kind) {
      case 'open': {
        const { origin, checkpoint } = request;
        const log = checkpoint === undefined ? { origin } : { origin, checkpoint };
        const { size, root, keys } = await signer.open(log);
        return { id, kind: 'opened', size, root: root.toString('base64'), keys: [...keys] };
      }
      case 'sign': {
        const proof = request.proof.map(decode);
        const { note, keys } = await signer.sign({ size: request.size, root: decode(request.root), proof });
        return { id, kind: 'signed', note, keys: [...keys] };
      }
      case 'prepare-key':
        return { id, kind: 'prepared', vkey: await signer.prepareKey() };
      default:
        return request satisfies never;
    }
  } catch (error) {
    const { code, message } = toAppError(error);
    return { id, kind: 'refused', code: refusalOf(code), message };
  }
}

function decode(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
