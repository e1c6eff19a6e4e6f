import { existsSync } from 'node:fs';
import { readCheckpoints } from './checkpoint-store.ts';
import { createCompactRange } from './compact-range.ts';
import { entryPages, readCopy } from './read-copy.ts';
import { leafHash } from './tree-hash.ts';

/** A log that is left behind, as it was found. */
export interface PreviousLog {
  readonly origin: string;
  readonly entries: number;
  /** Merkle root over them, base64. */
  readonly root: string;
}

/** What is left of a log, believing none of it but its name. Undefined when not even that can be found. */
export async function describePrevious(
  path: string,
  checkpointDir: string,
): Promise<PreviousLog | undefined> {
  const range = createCompactRange();
  let origin: string | undefined;
  if (existsSync(path)) {
    await readCopy(path, async (db) => {
      for await (const rows of entryPages(db, 0, Number.MAX_SAFE_INTEGER)) {
        for (const { leaf } of rows) {
          range.append(leafHash(Buffer.from(leaf)));
          origin ??= originIn(leaf);
        }
      }
      // A file that is no sound database ends here; so far it was read.
    }).catch(() => undefined);
  }
  const { head, history } = readCheckpoints(checkpointDir);
  origin ??= (head ?? history.at(-1))?.split('\n', 1)[0];
  if (origin === undefined) return undefined;
  return { origin, entries: range.size, root: range.root().toString('base64') };
}

function originIn(leaf: string): string | undefined {
  const said = /"origin":"([^"\\]{1,256})"/.exec(leaf);
  return said?.[1];
}
