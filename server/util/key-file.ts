import { writeFileSync } from 'node:fs';
import { AppError } from '../errors.ts';
import type { RandomBytes } from './random.ts';
import { readIfThere } from './read-if-there.ts';

/**
 * Reads a secret of `size` bytes from a file that only its owner may read; makes it on the first start.
 * @throws AppError ERR_CONFIG_INVALID when the file has another size: a damaged key must not be replaced in silence.
 */
export function loadOrCreateKey(path: string, size: number, random: RandomBytes): Buffer {
  const existing = readIfThere(path);
  if (existing === undefined) {
    const created = random(size);
    writeFileSync(path, created, { mode: 0o600, flag: 'wx' });
    return created;
  }
  if (existing.length !== size) {
    throw new AppError(
      'ERR_CONFIG_INVALID',
      `The key file ${path} is damaged (${existing.length} bytes instead of ${size}). Restore it from the back-up.`,
    );
  }
  return existing;
}
