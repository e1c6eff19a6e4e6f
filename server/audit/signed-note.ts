import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** Signed notes with Ed25519 (C2SP signed-note, signature type 0x01). */

/** Signature type of a plain Ed25519 signature. */
const ED25519 = 0x01;
export const SIGNATURE_MARK = '— ';
const KEY_ID_BYTES = 4;

export interface NoteSigner {
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** A public key that a verifier trusts, with the name it signs under. */
export interface NoteKey {
  readonly name: string;
  /** First four bytes of a hash of name and key, hex. */
  readonly id: string;
  readonly publicKey: KeyObject;
}

/** Why a note is not accepted. */
export class NoteError extends Error {
  override readonly name = 'NoteError';
}

interface Signature {
  readonly name: string;
  readonly id: string;
  readonly value: Buffer;
}

/** Signs `text`, which ends in a newline; one signature line for each signer. */
export function signNote(text: string, ...signers: readonly NoteSigner[]): string {
  return `${text}\n${signers.map((signer) => signatureLine(text, signer)).join('')}`;
}

function signatureLine(text: string, { name, privateKey }: NoteSigner): string {
  const id = Buffer.from(keyId(name, ED25519, rawPublicKey(createPublicKey(privateKey))), 'hex');
  const signature = sign(null, Buffer.from(text), privateKey);
  return `${SIGNATURE_MARK}${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/**
 * The signed text of a note that at least one known key has signed. Signatures of unknown keys are ignored.
 * The note is hostile input.
 * @throws NoteError when it is malformed, no known key signed it, or the signature of a known key is wrong
 */
export function openNote(note: string, keys: readonly NoteKey[]): string {
  const { text, signatures } = parseNote(note);
  const known = signatures.flatMap(({ name, id, value }) => {
    const key = keys.find((candidate) => candidate.name === name && candidate.id === id);
    return key === undefined ? [] : [{ key, value }];
  });
  if (known.length === 0) throw new NoteError('no known key has signed it');
  for (const { key, value } of known) {
    if (!verify(null, Buffer.from(text), key.publicKey, value)) throw new NoteError('its signature is wrong');
  }
  return text;
}

/** The verifier key as text: `name+id+key` (the form of Go's sumdb/note). */
export function formatVerifierKey(name: string, publicKey: KeyObject, type = ED25519): string {
  const raw = rawPublicKey(publicKey);
  const key = Buffer.concat([Buffer.of(type), raw]).toString('base64');
  return `${name}+${keyId(name, type, raw)}+${key}`;
}

/** @param type of the signatures that the key makes: a first byte of its own for each kind. @throws NoteError */
export function parseVerifierKey(text: string, type = ED25519): NoteKey {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  // The base64 part may itself hold a plus sign.
  const bytes = decodeBase64(rest.join('+'));
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== type) {
    throw new NoteError('it is not a verifier key (Ed25519) of the form name+id+key');
  }
  const raw = bytes.subarray(1);
  if (keyId(name, type, raw) !== id) throw new NoteError('its id does not belong to its name and key');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  return { name, id, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** Cuts a note into its text and signatures, none of them checked. Hostile input. @throws NoteError */
export function parseNote(note: string): { text: string; signatures: readonly Signature[] } {
  const end = note.lastIndexOf('\n\n');
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused here
  if (end <= 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f\ufffd]/.test(note)) {
    throw new NoteError('it is not a signed note');
  }
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > 32) throw new NoteError('it has too many signatures');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): Signature {
  const [mark, name = '', encoded = '', ...rest] = line.split(' ');
  const bytes = decodeBase64(encoded);
  if (`${mark} ` !== SIGNATURE_MARK || !isKeyName(name) || rest.length > 0 || bytes === undefined) {
    throw new NoteError('a signature line is malformed');
  }
  if (bytes.length <= KEY_ID_BYTES) throw new NoteError('a signature line is malformed');
  return {
    name,
    id: bytes.subarray(0, KEY_ID_BYTES).toString('hex'),
    value: bytes.subarray(KEY_ID_BYTES),
  };
}

/** First four bytes of a hash of name, signature type and public key, hex. */
export function keyId(name: string, type: number, raw: Buffer): string {
  const input = Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), raw]);
  return hash('sha256', input, 'buffer').subarray(0, KEY_ID_BYTES).toString('hex');
}

function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+]/u.test(name);
}

/** Standard base64, one spelling per value; undefined for anything else. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** The 32 bytes of an Ed25519 public key. @throws NoteError for another kind of key */
export function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || x === undefined) {
    throw new NoteError('the key is not an Ed25519 key');
  }
  return Buffer.from(x, 'base64url');
}
