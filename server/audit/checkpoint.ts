import { HASH_BYTES } from './tree-hash.ts';
import { keysFor, type LogKey } from './log-key.ts';
import { decodeBase64, NoteError, type NoteSigner, openNote, signNote } from './signed-note.ts';

/** A signed statement that the log `origin` had `size` entries with this Merkle root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The checkpoint as a signed note, to be kept anywhere. */
export function signCheckpoint(
  { origin, size, root }: Checkpoint,
  ...signers: readonly NoteSigner[]
): string {
  return signNote(`${origin}\n${size}\n${root.toString('base64')}\n`, ...signers);
}

/**
 * Reads a note that a key which counts for its size has signed. Hostile input.
 * @throws NoteError when the signature is missing or wrong, or the text is no checkpoint
 */
export function openCheckpoint(note: string, keys: readonly LogKey[]): Checkpoint {
  // Which keys count depends on what the note says; believing it before it is checked can only make it fail.
  const text = openNote(note, keysFor(Number(note.split('\n', 2)[1]), keys));
  const [origin = '', size = '', root = ''] = text.split('\n');
  const hash = decodeBase64(root);
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || hash?.length !== HASH_BYTES) {
    throw new NoteError('its text is not a checkpoint');
  }
  return { origin, size: Number(size), root: hash };
}
