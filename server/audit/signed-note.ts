import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** Signed notes with Ed25519 (C2SP signed-note, signature type 0x01). */

const ED25519 = Buffer.from([0x01]);
const SIGNATURE_MARK = '— ';
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
  const id = Buffer.from(keyId(name, rawPublicKey(createPublicKey(privateKey))), 'hex');
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
export function formatVerifierKey(name: string, publicKey: KeyObject): string {
  const raw = rawPublicKey(publicKey);
  return `${name}+${keyId(name, raw)}+${Buffer.concat([ED25519, raw]).toString('base64')}`;
}

/** @throws NoteError */
export function parseVerifierKey(text: string): NoteKey {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  // The base64 part may itself hold a plus sign.
  const bytes = decodeBase64(rest.join('+'));
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ED25519[0]) {
    throw new NoteError('it is not an Ed25519 verifier key of the form name+id+key');
  }
  const raw = bytes.subarray(1);
  if (keyId(name, raw) !== id) throw new NoteError('its id does not belong to its name and key');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  return { name, id, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
}

function parseNote(note: string): { text: string; signatures: readonly Signature[] } {
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

function keyId(name: string, raw: Buffer): string {
  const input = Buffer.concat([Buffer.from(`${name}\n`), ED25519, raw]);
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

function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || x === undefined) {
    throw new NoteError('the key is not an Ed25519 key');
  }
  return Buffer.from(x, 'base64url');
}
