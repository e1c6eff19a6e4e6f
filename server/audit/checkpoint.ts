import { HASH_BYTES } from './tree-hash.ts';
import { decodeBase64, type NoteKey, NoteError, type NoteSigner, openNote, signNote } from './signed-note.ts';

/** A signed statement that the log `origin` had `size` entries with this Merkle root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The checkpoint as a signed note, to be kept anywhere. */
export function signCheckpoint({ origin, size, root }: Checkpoint, signer: NoteSigner): string {
  return signNote(`${origin}\n${size}\n${root.toString('base64')}\n`, signer);
}

/**
 * Reads a note that a known key has signed. Hostile input.
 * @throws NoteError when the signature is missing or wrong, or the text is no checkpoint
 */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): Checkpoint {
  const [origin = '', size = '', root = ''] = openNote(note, keys).split('\n');
  const hash = decodeBase64(root);
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/.test(size) || hash?.length !== HASH_BYTES) {
    throw new NoteError('its text is not a checkpoint');
  }
  return { origin, size: Number(size), root: hash };
}
