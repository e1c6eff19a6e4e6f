import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from './errors.ts';
import { loadOrCreateKey } from './util/key-file.ts';
import type { RandomBytes } from './util/random.ts';

/** The places under the data folder. */
export interface DataPaths {
  readonly appDb: string;
  readonly auditDb: string;
  readonly keysDb: string;
  readonly auditKeysDb: string;
  readonly checkpoints: string;
  /** What the audit log's signer remembers. */
  readonly signer: string;
  readonly index: string;
  readonly files: string;
  readonly keys: string;
  /** Copies of remote repositories, made anew when they are missing. */
  readonly sources: string;
}

/** Where things are in a data folder, whether or not it exists. */
export function dataPaths(dir: string): DataPaths {
  return {
    appDb: join(dir, 'app.db'),
    auditDb: join(dir, 'audit.db'),
    keysDb: join(dir, 'keys.db'),
    auditKeysDb: join(dir, 'audit-keys.db'),
    checkpoints: join(dir, 'checkpoints'),
    signer: join(dir, 'signer'),
    index: join(dir, 'knowledge'),
    files: join(dir, 'files'),
    keys: join(dir, 'keys'),
    sources: join(dir, 'sources'),
  };
}

/** The audit log's files in a data folder. */
export function auditFiles({ auditDb, auditKeysDb, checkpoints, signer, keys }: DataPaths): {
  path: string;
  checkpointDir: string;
  signerDir: string;
  signingKeyPath: string;
  keysPath: string;
} {
  return {
    path: auditDb,
    checkpointDir: checkpoints,
    signerDir: signer,
    signingKeyPath: join(keys, 'audit-signing.pem'),
    keysPath: auditKeysDb,
  };
}

/**
 * Makes the data folder, closed to other users, and says where things are in it.
 * @throws AppError ERR_DATA_UNWRITABLE
 */
export function openDataDir(dir: string): DataPaths {
  const paths = dataPaths(dir);
  try {
    for (const folder of [
      dir,
      paths.checkpoints,
      paths.signer,
      paths.index,
      paths.files,
      paths.keys,
      paths.sources,
    ]) {
      makeFolder(folder);
      accessSync(folder, constants.W_OK | constants.X_OK);
    }
  } catch (error) {
    throw new AppError(
      'ERR_DATA_UNWRITABLE',
      `The data folder ${dir} cannot be written. Give this user write access, or set INTRAMURA_DATA to another folder.`,
      { cause: error },
    );
  }
  return paths;
}

/** One level after the other: Node's own recursive variant never returns on some paths that cannot be made. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** @throws AppError ERR_CONFIG_INVALID when what it sealed is there and the key is not: a new one would not open it */
export function loadContentKey(paths: DataPaths, random: RandomBytes): Buffer {
  const path = join(paths.keys, 'content.key');
  if (!existsSync(path) && (readdirSync(paths.files).length > 0 || existsSync(paths.keysDb))) {
    throw new AppError(
      'ERR_CONFIG_INVALID',
      `${path} is missing, and there are originals or content keys it sealed. Restore it from the back-up.`,
    );
  }
  return loadOrCreateKey(path, 32, random);
}
