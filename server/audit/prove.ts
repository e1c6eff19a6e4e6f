import { AppError } from '../errors.ts';
import { openCheckpoint } from './checkpoint.ts';
import { buildInclusionPath, rootFromPath } from './inclusion-proof.ts';
import { readCopy, storedHashes } from './read-copy.ts';
import type { NoteKey } from './signed-note.ts';
import { formatProof } from './tlog-proof.ts';
import { invalid } from './unavailable.ts';

export interface ProveOptions {
  /** The database file; it may be in use. */
  readonly db: string;
  /** A checkpoint that covers the entry. */
  readonly checkpoint: string;
  readonly key: NoteKey;
  readonly seq: number;
}

/**
 * Proof that entry `seq` is in the log (C2SP tlog-proof).
 * @throws AppError ERR_NOT_FOUND when the checkpoint does not cover the entry
 * @throws AppError ERR_AUDIT_INVALID when the log does not lead to the checkpoint
 */
export async function proveEntry({ db: path, checkpoint, key, seq }: ProveOptions): Promise<string> {
  const { size, root } = openCheckpoint(checkpoint, [key]);
  const index = seq - 1;
  if (!Number.isSafeInteger(seq) || index < 0 || index >= size) {
    throw new AppError('ERR_NOT_FOUND', 'The audit log has no such entry, or has not signed it yet.', {
      status: 404,
      param: 'seq',
    });
  }
  return readCopy(path, async (db) => {
    const hashes = await buildInclusionPath(index, size, (start, end) => storedHashes(db, start, end));
    for await (const leaf of storedHashes(db, index, seq)) {
      if (rootFromPath(leaf, index, size, hashes)?.equals(root) === true) {
        return formatProof({ index, path: hashes, checkpoint });
      }
    }
    throw invalid(`it does not lead to the checkpoint of ${size} entries`);
  });
}
