import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { readIfThere } from '../../util/read-if-there.ts';
import type { RandomBytes } from '../../util/random.ts';

const KEY_BYTES = 32;
const fileName = /^audit-epoch-([1-9]\d{0,8})\.key$/;

/**
 * The key above all keys of contents, in a file of its own for each epoch: destroying it makes every older copy of the keys worthless.
 * It belongs on another disk than the back-ups.
 */
export interface EpochKeys {
  /** @throws AppError ERR_CONFIG_INVALID when it is missing or damaged */
  load(epoch: number): Buffer;
  /** Makes the key of a new epoch; on the disk when this returns. Replaces what a crash left under this number. */
  create(epoch: number): Buffer;
  /** Overwrites and removes the keys of all other epochs. */
  destroyOthers(epoch: number): void;
  /** Whether there is a key of any epoch. */
  any(): boolean;
}

export function createEpochKeys(dir: string, random: RandomBytes): EpochKeys {
  const pathOf = (epoch: number): string => join(dir, epochKeyFile(epoch));
  return {
    load(epoch) {
      const key = readIfThere(pathOf(epoch));
      if (key?.length === KEY_BYTES) return key;
      throw new AppError(
        'ERR_CONFIG_INVALID',
        `The key ${pathOf(epoch)} is missing or damaged, and the audit log's contents were sealed under it. Put it back.`,
      );
    },
    create(epoch) {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      const key = random(KEY_BYTES);
      overwrite(pathOf(epoch), key);
      syncFolder(dir);
      return key;
    },
    destroyOthers(epoch) {
      for (const path of epochFiles(dir)
        .filter((file) => file !== epochKeyFile(epoch))
        .map((file) => join(dir, file))) {
        overwrite(path, Buffer.alloc(statSync(path).size));
        unlinkSync(path);
      }
      syncFolder(dir);
    },
    any: () => epochFiles(dir).length > 0,
  };
}

export function epochKeyFile(epoch: number): string {
  return `audit-epoch-${epoch}.key`;
}

/** Whether a file of the folder is the key of an epoch. */
export function isEpochKeyFile(name: string): boolean {
  return fileName.test(name);
}

function epochFiles(dir: string): string[] {
  try {
    return readdirSync(dir).filter(isEpochKeyFile);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** In place, so that the old bytes do not stay in blocks that were given back. */
function overwrite(path: string, bytes: Uint8Array): void {
  const file = openSync(path, readIfThere(path) === undefined ? 'wx' : 'r+', 0o600);
  try {
    writeSync(file, bytes, 0, bytes.length, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(dir: string): void {
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
