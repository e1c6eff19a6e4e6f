import { readFileSync } from 'node:fs';
import type { AuditDatabase } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { AuditLogOptions } from './audit-log-options.ts';
import { readCheckpoints } from './checkpoint-store.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { buildInclusionPath, rootFromPath } from './inclusion-proof.ts';
import { readCopy, storedHashes } from './read-copy.ts';
import { type LogKey, parseLogKeys } from './log-key.ts';
import { verifierKeyPath } from './verifier-key-file.ts';
import { leafHash } from './tree-hash.ts';
import { formatProof } from './tlog-proof.ts';
import { invalid } from './unavailable.ts';

/**
 * Proof from the files of a log on this machine, which another process may be writing: only entries under its newest
 * checkpoint can be proven.
 * @throws AppError as proveEntry, and ERR_NOT_FOUND when there is no checkpoint yet
 */
export function proveFromFiles(
  paths: Pick<AuditLogOptions, 'path' | 'checkpointDir' | 'signingKeyPath'>,
  seq: number,
): Promise<string> {
  const checkpoint = readCheckpoints(paths.checkpointDir).head;
  if (checkpoint === undefined)
    throw new AppError('ERR_NOT_FOUND', 'There is no checkpoint.', { status: 404 });
  const keys = parseLogKeys(readFileSync(verifierKeyPath(paths.signingKeyPath), 'utf8'));
  return proveEntry({ db: paths.path, checkpoint, keys, seq });
}

export interface ProveOptions {
  /** The database file; it may be in use. */
  readonly db: string;
  /** A checkpoint that covers the entry. */
  readonly checkpoint: string;
  readonly keys: readonly LogKey[];
  readonly seq: number;
}

/**
 * Proof that entry `seq` is in the log (C2SP tlog-proof).
 * @throws AppError ERR_NOT_FOUND when the checkpoint does not cover the entry
 * @throws AppError ERR_AUDIT_INVALID when the log does not lead to the checkpoint
 */
export async function proveEntry({ db: path, checkpoint, keys, seq }: ProveOptions): Promise<string> {
  const opened = openCheckpoint(checkpoint, keys);
  const { size } = opened;
  if (!Number.isSafeInteger(seq) || seq < 1 || seq > size) {
    throw new AppError('ERR_NOT_FOUND', 'The audit log has no such entry, or has not signed it yet.', {
      status: 404,
      param: 'seq',
    });
  }
  return readCopy(path, async (db) => {
    const { leaf } = await db
      .selectFrom('audit_entries')
      .select('leaf')
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow(() => invalid(`entry ${seq} is missing`));
    const siblings = await findPath(db, opened, seq, leaf);
    if (siblings === undefined) {
      throw invalid(`entry ${seq} does not lead to the checkpoint of ${size} entries`);
    }
    return formatProof({ index: seq - 1, path: siblings, extra: Buffer.from(leaf), checkpoint });
  });
}

/** The path from the leaf to the root that was signed; undefined when the stored hashes do not lead there. */
export async function findPath(
  db: AuditDatabase,
  { size, root }: Checkpoint,
  seq: number,
  leaf: string,
): Promise<Buffer[] | undefined> {
  const index = seq - 1;
  if (index < 0 || index >= size) return undefined;
  const path = await buildInclusionPath(index, size, (start, end) => storedHashes(db, start, end));
  const reached = rootFromPath(leafHash(Buffer.from(leaf)), index, size, path);
  return reached?.equals(root) === true ? path : undefined;
}
