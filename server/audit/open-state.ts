import type { AuditDatabase } from '../db/database.ts';
import { readCheckpoints } from './checkpoint-store.ts';
import type { Anchored } from './anchor.ts';
import { checkRows } from './check-rows.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { createCompactRange } from './compact-range.ts';
import { noEntry } from './verifier/no-entry.ts';
import type { LogHead } from './log-file.ts';
import { entryPages, storedHashes } from './read-copy.ts';
import { type NoteKey, NoteError } from './signed-note.ts';
import { invalid } from './unavailable.ts';

/** A checkpoint together with the note it was read from. */
interface Anchoring {
  readonly checkpoint: Checkpoint;
  readonly note: string;
}

/**
 * The newest checkpoint of the folder; undefined when there is none.
 * @throws AppError ERR_AUDIT_INVALID when one that should count does not open
 */
export function newestCheckpoint(dir: string, key: NoteKey): Anchoring | undefined {
  const { head, history } = readCheckpoints(dir);
  const notes = [history.at(-1), head].filter((note) => note !== undefined);
  const opened = notes.map((note) => ({ note, checkpoint: openOwn(note, key) }));
  return opened.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size).at(-1);
}

function openOwn(note: string, key: NoteKey): Checkpoint {
  try {
    const checkpoint = openCheckpoint(note, [key]);
    if (checkpoint.origin === key.name) return checkpoint;
  } catch (error) {
    if (error instanceof NoteError) throw invalid(`a checkpoint is damaged (${error.message})`);
    throw error;
  }
  throw invalid('a checkpoint belongs to another log');
}

/**
 * Holds the stored hashes against the newest checkpoint and re-hashes every entry after it.
 * @throws AppError ERR_AUDIT_INVALID when the log is smaller than the checkpoint, differs from it, or is damaged
 */
export async function checkAgainst(
  db: AuditDatabase,
  head: LogHead,
  newest: Anchoring | undefined,
): Promise<{ anchored: Anchored; head: LogHead }> {
  if (newest === undefined && head.seq > 1) throw invalid('its checkpoints are missing');
  const size = newest?.checkpoint.size ?? 0;
  if (head.seq < size) throw invalid(`entries ${head.seq + 1} to ${size} are missing`);
  const range = createCompactRange();
  let last: LogHead = { seq: 0, hash: noEntry };
  for await (const hash of storedHashes(db, 0, size)) {
    range.append(hash);
    last = { seq: range.size, hash: hash.toString('hex') };
  }
  if (newest !== undefined && !range.root().equals(newest.checkpoint.root)) {
    throw invalid(`it differs from the checkpoint of ${size} entries`);
  }
  const anchored = { range, head: last, note: newest?.note ?? '' };
  for await (const rows of entryPages(db, size, head.seq)) last = checkRows(last, rows);
  return { anchored, head: last };
}
