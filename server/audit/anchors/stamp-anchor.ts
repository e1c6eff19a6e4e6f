import { createHash, X509Certificate } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Egress } from '../../egress/egress.ts';
import { AppError } from '../../errors.ts';
import type { RandomBytes } from '../../util/random.ts';
import { replaceFile } from '../../util/replace-file.ts';
import { openTimeStamp, TimeStampError, timeStampRequest } from '../time-stamp/time-stamp.ts';
import type { Anchor } from './anchor.ts';
import { readAnswer } from './read-answer.ts';

export interface StampAnchorOptions {
  readonly name: string;
  readonly url: string;
  /** The authority's own certificate, PEM. */
  readonly certificate: string;
  readonly everyMs: number;
  /** Where stamps are kept: `SIZE.note` and `SIZE.tsr`. */
  readonly dir: string;
  readonly egress: Pick<Egress, 'fetch'>;
  readonly random: RandomBytes;
}

const NONCE_BYTES = 8;

/**
 * A time-stamping authority (RFC 3161). It keeps nothing and cannot be asked: its stamp, kept beside the log and wherever else,
 * shows that the checkpoint was there at that time.
 */
export function createStampAnchor(options: StampAnchorOptions): Anchor {
  const { name, everyMs, dir, random } = options;
  const certificate = new X509Certificate(options.certificate);
  return {
    name,
    kind: 'stamp',
    everyMs,
    async hold({ note, size }, signal) {
      const digest = createHash('sha256').update(note).digest();
      const nonce = random(NONCE_BYTES);
      const answer = await post(options, timeStampRequest(digest, nonce), signal);
      assertStamped(answer, { digest, nonce }, certificate);
      await mkdir(dir, { recursive: true, mode: 0o700 });
      await replaceFile(join(dir, `${size}.note`), note);
      await replaceFile(join(dir, `${size}.tsr`), answer);
      return '';
    },
    close: () => undefined,
    recall: () => Promise.resolve(undefined),
  };
}

async function post({ url, egress }: StampAnchorOptions, body: Buffer, signal: AbortSignal): Promise<Buffer> {
  const headers = { 'content-type': 'application/timestamp-query' };
  const response = await egress.fetch(url, { method: 'POST', headers, body: new Uint8Array(body), signal });
  const answer = await readAnswer(response);
  if (response.status === 200) return answer;
  throw new AppError('ERR_AUDIT_UNAVAILABLE', `The authority answered with status ${response.status}.`);
}

function assertStamped(...[answer, asked, certificate]: Parameters<typeof openTimeStamp>): void {
  try {
    openTimeStamp(answer, asked, certificate);
  } catch (error) {
    if (!(error instanceof TimeStampError)) throw error;
    throw new AppError('ERR_AUDIT_UNAVAILABLE', `The stamp is refused: ${error.message}.`);
  }
}
