import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '../../util/random.ts';
import { sha256Hex } from '../../util/hash.ts';
import { type Commitment, type CommittedField, commit, pad, unpad } from '../commitment.ts';
import { type Content, encodeContent, parseContent } from './content.ts';

/** Where a content belongs: it opens nowhere else. */
export interface ContentPlace {
  readonly origin: string;
  readonly seq: number;
  readonly field: CommittedField;
  readonly exchange: string;
}

/** The key of one entry's content. */
export interface ContentKey {
  /** 16 random bytes, hex. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** First byte of every sealed content: the form below. */
const FORM = 1;
const KEY_ID_END = 17;
const NONCE_END = 29;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const COMMITMENT_KEY_BYTES = 32;

/**
 * Seals the content of one entry: form (1), key id (16), nonce (12), AES-256-GCM ciphertext, tag (16). What is encrypted is the key
 * of the commitment (32 random bytes) and the padded content; origin, number and field are authenticated with it.
 */
export function sealContent(
  { id, key }: ContentKey,
  place: ContentPlace,
  content: Content,
  random: RandomBytes,
): { readonly sealed: Buffer; readonly commitment: Commitment } {
  const secret = random(COMMITMENT_KEY_BYTES);
  const padded = pad(encodeContent(content));
  const nonce = random(NONCE_BYTES);
  const header = Buffer.concat([Buffer.from([FORM]), Buffer.from(id, 'hex'), nonce]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(contextOf(place));
  const sealed = Buffer.concat([
    header,
    cipher.update(secret),
    cipher.update(padded),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const c = commit(secret, place.field, place.exchange, padded);
  return { sealed, commitment: { c, bucket: padded.length, ct: sha256Hex(sealed) } };
}

/** Which key opens it. @throws RangeError for bytes of another form */
export function keyIdOf(sealed: Buffer): string {
  if (sealed[0] !== FORM || sealed.length < NONCE_END + TAG_BYTES)
    throw new RangeError('It is no sealed content.');
  return sealed.toString('hex', 1, KEY_ID_END);
}

/**
 * Opens a content and holds it against the commitment of its entry.
 * @throws Error when it was changed, belongs to another entry, or is not what the entry commits to
 */
export function openContent(
  key: Uint8Array,
  place: ContentPlace,
  sealed: Buffer,
  commitment: Pick<Commitment, 'c' | 'ct'>,
): Content {
  if (sha256Hex(sealed) !== commitment.ct) throw new Error('The sealed content is not that of the entry.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(KEY_ID_END, NONCE_END), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(contextOf(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE_END, -TAG_BYTES)), decipher.final()]);
  const padded = plain.subarray(COMMITMENT_KEY_BYTES);
  const c = commit(plain.subarray(0, COMMITMENT_KEY_BYTES), place.field, place.exchange, padded);
  if (!timingSafeEqual(Buffer.from(c, 'hex'), Buffer.from(commitment.c, 'hex')))
    throw new Error('The content is not what the entry commits to.');
  return parseContent(unpad(padded));
}

function contextOf({ origin, seq, field }: ContentPlace): Buffer {
  return Buffer.from(`intramura/audit-content/v1\0${origin}\0${seq}\0${field}`);
}
