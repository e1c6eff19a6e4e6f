import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { AppError } from '../../errors.ts';
import { formatVerifierKey, type NoteSigner } from '../signed-note.ts';

/**
 * Reads the log's Ed25519 key (PKCS #8, PEM); makes it, for its owner only, when the log is new.
 * @throws AppError ERR_CONFIG_INVALID when the key is missing for a log that has entries, or is damaged
 */
export function loadSigningKey(path: string, logIsNew: boolean): KeyObject {
  if (!existsSync(path)) {
    if (!logIsNew) throw keyError(path, 'is missing, and the audit log has entries');
    makeKey(path);
  }
  return readKey(path);
}

/** The key that waits for its rotation, made when there is none. */
export function prepareNextKey(path: string): KeyObject {
  const next = nextKeyPath(path);
  if (!existsSync(next)) makeKey(next);
  return readKey(next);
}

/** The verifier key of the key that waits for its rotation; undefined when none waits. */
export function nextVerifierKey(path: string, origin: string): string | undefined {
  const next = nextKeyPath(path);
  return existsSync(next) ? verifierKeyOf(origin, readKey(next)) : undefined;
}

/**
 * The private keys of these verifier keys. When only the next key is among them, the one before has had its time: it is
 * destroyed, and the next takes its place.
 * @throws AppError ERR_CONFIG_INVALID when one is missing
 */
export function loadSigners(path: string, origin: string, vkeys: readonly string[]): NoteSigner[] {
  const next = nextVerifierKey(path, origin);
  if (next !== undefined && vkeys.length === 1 && vkeys[0] === next) replaceKey(path);
  const found = new Map(
    [path, nextKeyPath(path)]
      .filter((file) => existsSync(file))
      .map((file) => {
        const privateKey = readKey(file);
        return [verifierKeyOf(origin, privateKey), privateKey] as const;
      }),
  );
  return vkeys.map((vkey) => {
    const privateKey = found.get(vkey);
    if (privateKey === undefined)
      throw keyError(path, 'is missing or another, and the audit log has entries');
    return { name: origin, privateKey };
  });
}

/** The verifier key that belongs to a private key, `name+id+key`. */
export function verifierKeyOf(name: string, privateKey: KeyObject): string {
  return formatVerifierKey(name, createPublicKey(privateKey));
}

/** Overwritten first: what a file system does with the blocks of a file that is replaced is its own affair. */
function replaceKey(path: string): void {
  if (existsSync(path)) writeFileSync(path, randomBytes(statSync(path).size), { flush: true });
  renameSync(nextKeyPath(path), path);
}

function nextKeyPath(path: string): string {
  return `${path}.next`;
}

function makeKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(path, pem, { mode: 0o600, flag: 'wx', flush: true });
}

function readKey(path: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw keyError(path, 'is damaged', error);
  }
  throw keyError(path, 'is not an Ed25519 key');
}

function keyError(path: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'ERR_CONFIG_INVALID',
    `The audit log's signing key ${path} ${what}. Restore it from the back-up.`,
    { cause },
  );
}
