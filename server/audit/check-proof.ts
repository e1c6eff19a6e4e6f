import { openCheckpoint } from './checkpoint.ts';
import { rootFromPath } from './inclusion-proof.ts';
import { leafHash } from './tree-hash.ts';
import { parseLogKeys } from './log-key.ts';
import { NoteError } from './signed-note.ts';
import { parseProof } from './tlog-proof.ts';

export type ProofCheck =
  | { readonly ok: true; readonly origin: string; readonly seq: number; readonly size: number }
  | { readonly ok: false; readonly reason: string };

/**
 * Checks offline that `leaf` (the stored text, byte for byte) is in the log whose key is among `vkeys`. Needs neither
 * the log nor the server. All input is hostile.
 */
export function checkProof(text: string, leaf: string | Uint8Array, vkeys: readonly string[]): ProofCheck {
  const proof = parseProof(text);
  if (proof === undefined)
    return { ok: false, reason: 'it is not a proof of the form c2sp.org/tlog-proof@v1' };
  try {
    const { origin, size, root } = openCheckpoint(proof.checkpoint, vkeys.flatMap(parseLogKeys));
    const bytes = typeof leaf === 'string' ? Buffer.from(leaf) : leaf;
    const reached = rootFromPath(leafHash(bytes), proof.index, size, proof.path);
    return reached?.equals(root) === true
      ? { ok: true, origin, seq: proof.index + 1, size }
      : { ok: false, reason: 'the entry and the path do not lead to the root of the checkpoint' };
  } catch (error) {
    if (error instanceof NoteError)
      return { ok: false, reason: `the checkpoint is refused: ${error.message}` };
    throw error;
  }
}

/** The entry that a proof carries, for `checkProof`; undefined when it carries none. */
export function leafOfProof(text: string): Buffer | undefined {
  return parseProof(text)?.extra;
}
