import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from '../util/read-if-there.ts';
import { replaceFile, writeDurably } from '../util/replace-file.ts';
import { isTorn, splitNotes } from './verifier/split-notes.ts';

/** The newest checkpoint in a file of its own, and a growing file of kept ones. */
export interface CheckpointStore {
  /** Replaces the newest one; on the disk, whole, when it resolves. `keep`: also appends it to the history. */
  save(note: string, keep: boolean): Promise<void>;
  /** Replaces the newest one that witnesses have signed. */
  saveCosigned(note: string): Promise<void>;
}

/** Files of a checkpoint folder that hold notes. */
export function checkpointFiles(dir: string): { head: string; history: string; cosigned: string } {
  return { head: join(dir, 'head'), history: join(dir, 'history'), cosigned: join(dir, 'cosigned') };
}

export async function openCheckpointStore(dir: string): Promise<CheckpointStore> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const { head, history, cosigned } = checkpointFiles(dir);
  await dropTornNote(history);
  return {
    saveCosigned: (note) => replaceFile(cosigned, note),
    async save(note, keep) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      if (keep) await writeDurably(history, 'a', note);
      await replaceFile(head, note);
    },
  };
}

/** A power cut in the middle of an append leaves the beginning of a note, which proves nothing and is cut off. */
async function dropTornNote(history: string): Promise<void> {
  const text = readText(history);
  const { rest } = splitNotes(text);
  if (rest === '' || !isTorn(rest)) return;
  const file = await open(history, 'r+');
  try {
    await file.truncate(Buffer.byteLength(text) - Buffer.byteLength(rest));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The notes of the folder, `undefined` where a file is missing. */
export function readCheckpoints(dir: string): { head: string | undefined; history: readonly string[] } {
  const { head, history } = checkpointFiles(dir);
  const newest = readText(head);
  return { head: newest === '' ? undefined : newest, history: splitNotes(readText(history)).notes };
}

/** The newest checkpoint that witnesses have signed. */
export function readCosigned(dir: string): string | undefined {
  const note = readText(checkpointFiles(dir).cosigned);
  return note === '' ? undefined : note;
}

function readText(path: string): string {
  return readIfThere(path)?.toString('utf8') ?? '';
}
