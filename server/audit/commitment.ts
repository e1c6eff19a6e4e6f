import { createHmac } from 'node:crypto';

/** What stands in an entry instead of its content. */
export interface Commitment {
  /** HMAC-SHA-256, hex. */
  readonly c: string;
  /** The content's length in bytes, rounded up, so that short answers do not give themselves away. */
  readonly bucket: number;
  /** SHA-256 (hex) of the sealed content beside the entry. */
  readonly ct: string;
}

export type CommittedField = 'prompt' | 'answer';

const SMALLEST_BUCKET = 256;
const LENGTH_BYTES = 4;

/**
 * Commits to bytes without revealing them: HMAC-SHA-256 under a random key over field, exchange and the padded bytes. The key is
 * kept with the bytes and erased with them: from then on nobody can try texts until one fits, not even "yes" and "no".
 * AES-GCM alone does not bind, because a ciphertext can be made that opens under two keys; this does.
 * @returns hex
 */
export function commit(key: Uint8Array, field: CommittedField, exchange: string, padded: Uint8Array): string {
  return createHmac('sha256', key)
    .update(`intramura/commitment/v2\0${field}\0${exchange}\0`)
    .update(padded)
    .digest('hex');
}

/** Length (32 bits, big-endian), bytes, zeros up to the next power of two. */
export function pad(bytes: Uint8Array): Buffer {
  let bucket = SMALLEST_BUCKET;
  while (bucket < LENGTH_BYTES + bytes.length) bucket *= 2;
  const padded = Buffer.alloc(bucket);
  padded.writeUInt32BE(bytes.length);
  padded.set(bytes, LENGTH_BYTES);
  return padded;
}

/** @throws RangeError when the bytes were not padded so */
export function unpad(padded: Buffer): Buffer {
  const length = padded.readUInt32BE();
  if (LENGTH_BYTES + length > padded.length) throw new RangeError('The padding is damaged.');
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}
