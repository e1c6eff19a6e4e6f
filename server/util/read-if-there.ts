import { readFileSync } from 'node:fs';

/** The bytes of a file, undefined when there is none. @throws Error when it is there and cannot be read */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
