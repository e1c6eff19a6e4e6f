import type { AuditDatabase } from '../db/database.ts';
import { readCheckpoints } from './checkpoint-store.ts';
import { checkRows } from './check-rows.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { type CompactRange, createCompactRange } from './compact-range.ts';
import type { LogKey } from './log-key.ts';
import { noEntry } from './verifier/no-entry.ts';
import type { LogHead } from './log-file.ts';
import { entryPages, storedHashes } from './read-copy.ts';
import { NoteError } from './signed-note.ts';
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
export function newestCheckpoint(
  dir: string,
  origin: string,
  keys: readonly LogKey[],
): Anchoring | undefined {
  const { head, history } = readCheckpoints(dir);
  const notes = [history.at(-1), head].filter((note) => note !== undefined);
  const opened = notes.map((note) => ({ note, checkpoint: openOwn(note, origin, keys) }));
  return opened.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size).at(-1);
}

function openOwn(note: string, origin: string, keys: readonly LogKey[]): Checkpoint {
  try {
    const checkpoint = openCheckpoint(note, keys);
    if (checkpoint.origin === origin) return checkpoint;
  } catch (error) {
    if (error instanceof NoteError) throw invalid(`a checkpoint is damaged (${error.message})`);
    throw error;
  }
  throw invalid('a checkpoint belongs to another log');
}

/** A tree that the log once was, as somebody remembers it. */
export interface KnownTree {
  readonly size: number;
  /** Absent when only the size is known. */
  readonly root?: Buffer;
  /** Who says so, as in "it differs from WHOM". */
  readonly by: string;
}

/** The log's tree and last entry at the sizes that were asked for, and at its end. */
export interface Inspected {
  /** The tree at the size that was signed last, with its last entry. */
  readonly range: CompactRange;
  readonly signed: LogHead;
  readonly head: LogHead;
}

/**
 * Holds the stored hashes against every tree that is known, and re-hashes each entry after the largest one.
 * @param signedSize how many entries were signed last; among the known ones
 * @throws AppError ERR_AUDIT_INVALID when the log is smaller than a known tree, differs from it, or is damaged
 */
export async function checkAgainst(
  db: AuditDatabase,
  head: LogHead,
  known: readonly KnownTree[],
  signedSize: number,
): Promise<Inspected> {
  const sizes = known.map(({ size }) => size);
  const largest = Math.max(0, ...sizes);
  if (head.seq < largest) throw invalid(`entries ${head.seq + 1} to ${largest} are missing`);
  const range = createCompactRange();
  let last: LogHead = { seq: 0, hash: noEntry };
  let signed = { range: range.copy(), head: last };
  const look = (): void => {
    const other = known.find(({ size, root }) => size === range.size && root?.equals(range.root()) === false);
    if (other !== undefined) throw invalid(`it differs from ${other.by} of ${other.size} entries`);
    if (range.size === signedSize) signed = { range: range.copy(), head: last };
  };
  const places = new Set(sizes);
  if (places.has(0)) look();
  for await (const hash of storedHashes(db, 0, largest)) {
    range.append(hash);
    last = { seq: range.size, hash: hash.toString('hex') };
    if (places.has(range.size)) look();
  }
  for await (const rows of entryPages(db, largest, head.seq)) last = checkRows(last, rows);
  return { range: signed.range, signed: signed.head, head: last };
}
