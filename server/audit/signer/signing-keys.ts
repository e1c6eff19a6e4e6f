import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '../../errors.ts';
import { formatVerifierKey } from '../signed-note.ts';

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

/** The verifier key that belongs to a private key, `name+id+key`. */
export function verifierKeyOf(name: string, privateKey: KeyObject): string {
  return formatVerifierKey(name, createPublicKey(privateKey));
}

function keyError(path: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'ERR_CONFIG_INVALID',
    `The audit log's signing key ${path} ${what}. Restore it from the back-up.`,
    { cause },
  );
}
