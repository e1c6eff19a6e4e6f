import { open } from 'node:fs/promises';
import { readIfThere } from '../../util/read-if-there.ts';
import { writeDurably } from '../../util/replace-file.ts';
import { openCheckpoint } from '../checkpoint.ts';
import { splitNotes } from '../verifier/split-notes.ts';
import { type Anchor, AnchorConflict, type AnchoredLog, type HeldTree } from './anchor.ts';

export interface FileAnchorOptions {
  readonly name: string;
  readonly path: string;
  readonly everyMs: number;
}

/** The newest note is at the end; so many bytes hold it and some more. */
const TAIL_BYTES = 64 * 1024;

/** A file on another mount, which only grows: `chattr +a`, a write-once share, an object lock. */
export function createFileAnchor({ name, path, everyMs }: FileAnchorOptions): Anchor {
  let length: number | undefined;
  return {
    name,
    kind: 'file',
    everyMs,
    async hold({ note }) {
      const before = await lengthOf(path);
      if (length !== undefined && before < length) throw new AnchorConflict('The file has become shorter.');
      await writeDurably(path, 'a', note);
      length = before + Buffer.byteLength(note);
      return '';
    },
    close: () => undefined,
    async recall(log) {
      const tail = await readTail(path);
      return tail === undefined ? undefined : lastOf(tail, log);
    },
  };
}

/** The last whole note of the log; a power cut can have left the beginning of another behind it. */
function lastOf(tail: string, { origin, keys }: AnchoredLog): HeldTree | undefined {
  // The tail can begin in the middle of a note, and hold notes of a log that went before.
  const starts = tail.split('\n').flatMap((line, index, lines) => {
    const isStart = line === origin && /^\d+$/.test(lines[index + 1] ?? '');
    return isStart ? [lines.slice(index).join('\n')] : [];
  });
  const note = starts
    .map((text) => splitNotes(text).notes[0])
    .filter((whole) => whole !== undefined)
    .at(-1);
  if (note === undefined) return undefined;
  const { size, root } = openCheckpoint(note, keys);
  return { size, root };
}

async function readTail(path: string): Promise<string | undefined> {
  const size = await lengthOf(path);
  if (size <= TAIL_BYTES) return readIfThere(path)?.toString('utf8');
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, size - TAIL_BYTES);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}

async function lengthOf(path: string): Promise<number> {
  try {
    const file = await open(path, 'r');
    try {
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
