import { createPublicKey, sign, verify } from 'node:crypto';
import {
  keyId,
  type NoteKey,
  NoteError,
  type NoteSigner,
  parseNote,
  parseVerifierKey,
  rawPublicKey,
  SIGNATURE_MARK,
} from './signed-note.ts';

/** Cosignatures of witnesses with Ed25519 (C2SP tlog-cosignature, signature type 0x04). */

export const COSIGNATURE = 0x04;
const TIME_BYTES = 8;

/** @throws NoteError when it is not the verifier key of a witness */
export function parseWitnessKey(text: string): NoteKey {
  return parseVerifierKey(text, COSIGNATURE);
}

/** A witness's signature line under the text of a checkpoint: at this time it was the largest tree that it had seen. */
export function cosign(text: string, { name, privateKey }: NoteSigner, at: Date): string {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(seconds);
  const id = Buffer.from(keyId(name, COSIGNATURE, rawPublicKey(createPublicKey(privateKey))), 'hex');
  const signature = sign(null, cosignedText(text, seconds), privateKey);
  return `${SIGNATURE_MARK}${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`;
}

/**
 * When this witness cosigned the note; undefined when it did not. Hostile input.
 * @throws NoteError when the note is malformed, or holds a wrong signature in the witness's name
 */
export function cosignedAt(note: string, { name, id, publicKey }: NoteKey): Date | undefined {
  const { text, signatures } = parseNote(note);
  const own = signatures.find((signature) => signature.name === name && signature.id === id);
  if (own === undefined) return undefined;
  if (own.value.length <= TIME_BYTES) throw new NoteError('a cosignature is malformed');
  const seconds = own.value.readBigUInt64BE();
  if (!verify(null, cosignedText(text, seconds), publicKey, own.value.subarray(TIME_BYTES)))
    throw new NoteError('its cosignature is wrong');
  return new Date(Number(seconds) * 1000);
}

function cosignedText(text: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}
