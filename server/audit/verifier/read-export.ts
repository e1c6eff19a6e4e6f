import { closeSync, openSync, readSync } from 'node:fs';
import type { StoredEntry } from './stored-entry.ts';

/** Several times what the largest entry can have. */
export const MAX_LEAF_BYTES = 512 * 1024;
const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 10;

/** Every line of a JSON Lines export. @throws RangeError for a line that no entry can have */
export function* readExport(path: string): Generator<StoredEntry> {
  let held: Buffer = Buffer.alloc(0);
  for (const chunk of readChunks(path)) {
    let rest: Buffer = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield { bytes: rest.subarray(0, end) };
      rest = rest.subarray(end + 1);
    }
    if (rest.length > MAX_LEAF_BYTES) throw new RangeError('A line of the export is too long.');
    held = rest;
  }
  if (held.length > 0) yield { bytes: held };
}

function* readChunks(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      // A new one each time: lines are parts of it.
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
