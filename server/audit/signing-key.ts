import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '../errors.ts';
import { formatVerifierKey } from './signed-note.ts';

/**
 * Reads the log's Ed25519 key (PKCS #8, PEM); makes it, for its owner only, when the log is new.
 * @throws AppError ERR_CONFIG_INVALID when the key is missing for a log that has entries, or is damaged
 */
export function loadSigningKey(path: string, logIsNew: boolean): KeyObject {
  if (!existsSync(path)) {
    if (!logIsNew) throw keyError(path, 'is missing, and the audit log has entries');
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw keyError(path, 'is damaged', error);
  }
  throw keyError(path, 'is not an Ed25519 key');
}

/** Where the public key stands: beside the private one, ending in `.vkey`. */
export function verifierKeyPath(signingKeyPath: string): string {
  return signingKeyPath.replace(/(\.pem)?$/, '.vkey');
}

/** Writes the verifier key that auditors are given, and returns it. */
export function publishVerifierKey(signingKeyPath: string, name: string, privateKey: KeyObject): string {
  const vkey = formatVerifierKey(name, createPublicKey(privateKey));
  writeFileSync(verifierKeyPath(signingKeyPath), `${vkey}\n`);
  return vkey;
}

function keyError(path: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'ERR_CONFIG_INVALID',
    `The audit log's signing key ${path} ${what}. Restore it from the back-up.`,
    { cause },
  );
}
