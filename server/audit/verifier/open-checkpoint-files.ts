import { readFileSync } from 'node:fs';
import { type Checkpoint, openCheckpoint } from '../checkpoint.ts';
import { type LogKey, parseLogKeys } from '../log-key.ts';
import { NoteError } from '../signed-note.ts';
import { isTorn, splitNotes } from './split-notes.ts';
import type { ProblemList } from './verify-report.ts';

/** A checkpoint that counts, with the note it was read from. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: string;
}

/** The checkpoints that count, smallest first. */
export interface OpenedCheckpoints {
  readonly checkpoints: readonly SignedCheckpoint[];
  readonly remarks: readonly string[];
}

/** Reads files of signed notes. A note that no given key has signed, or that is damaged, is a problem. */
export function openCheckpointFiles(
  files: readonly string[],
  vkeys: readonly string[],
  problems: ProblemList,
): OpenedCheckpoints {
  const refuse = (what: string): void => problems.add('signature', 0, 0, what);
  const keys = vkeys.flatMap((vkey) => tryParse(vkey, refuse));
  const remarks: string[] = [];
  const checkpoints = files.flatMap((path) => {
    const { notes, rest } = splitNotes(readFileSync(path, 'utf8'));
    if (rest !== '') {
      if (notes.length > 0 && isTorn(rest)) remarks.push(`${path} ends in the middle of a checkpoint.`);
      else refuse(`${path} holds something that is not a checkpoint`);
    } else if (notes.length === 0) refuse(`${path} holds no checkpoint`);
    return notes.flatMap((note) => tryOpen(path, note, keys, refuse));
  });
  return { checkpoints: checkpoints.toSorted((a, b) => a.size - b.size), remarks };
}

function tryParse(vkey: string, refuse: (what: string) => void): LogKey[] {
  try {
    return parseLogKeys(vkey);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    refuse(`a verifier key is refused: ${error.message}`);
    return [];
  }
}

function tryOpen(
  path: string,
  note: string,
  keys: readonly LogKey[],
  refuse: (what: string) => void,
): SignedCheckpoint[] {
  try {
    return [{ ...openCheckpoint(note, keys), note }];
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    refuse(`a checkpoint in ${path} is refused: ${error.message}`);
    return [];
  }
}
