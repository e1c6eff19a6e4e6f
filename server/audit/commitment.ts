import { createHmac } from 'node:crypto';

/** What stands in an entry instead of a text. */
export interface Commitment {
  /** HMAC-SHA-256, hex. */
  readonly c: string;
  /** The text's length in bytes, rounded up, so that short answers do not give themselves away. */
  readonly bucket: number;
}

export type CommittedField = 'prompt' | 'answer';

const SMALLEST_BUCKET = 256;
const LENGTH_BYTES = 4;

/**
 * Commits to a text without revealing it: HMAC-SHA-256 under the install's key over field, exchange and the padded
 * text. The exchange is part of it, so equal texts of two exchanges cannot be linked. Whoever holds the key and the
 * text can show that they belong to the entry.
 */
export function commit(key: Uint8Array, field: CommittedField, exchange: string, text: string): Commitment {
  const padded = pad(Buffer.from(text));
  const c = createHmac('sha256', key)
    .update(`intramura/commitment/v1\0${field}\0${exchange}\0`)
    .update(padded)
    .digest('hex');
  return { c, bucket: padded.length };
}

/** Length, text, zeros up to the next power of two. */
function pad(text: Buffer): Buffer {
  let bucket = SMALLEST_BUCKET;
  while (bucket < LENGTH_BYTES + text.length) bucket *= 2;
  const padded = Buffer.alloc(bucket);
  padded.writeUInt32BE(text.length);
  text.copy(padded, LENGTH_BYTES);
  return padded;
}
