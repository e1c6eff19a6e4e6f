import { constants, type BigIntStats } from 'node:fs';
import { type FileHandle, lstat, open, opendir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Clock } from '../../util/clock.ts';
import { contains, type FolderAccess, resolveAllowedFolder } from './allowed-folder.ts';
import type { Connector, Listed, OpenedItem } from './connector.ts';
import { isLeftOut } from './item-path.ts';
import { itemBusy, itemGone, unreachable } from './source-error.ts';

/** A file that changed less than this ago may still be being written, in milliseconds. */
const SETTLE_MS = 2000;
/** A change that lies further ahead than this is a clock that is wrong, not a change of now. */
const SKEW_MS = 60_000;

export interface WatchedFolderOptions {
  readonly folder: string;
  readonly access: FolderAccess;
  readonly clock: Clock;
  /** For tests: how long a file must have been left alone, in milliseconds. */
  readonly settleMs?: number;
}

/** Files of a folder of this machine. Links to files are followed within the folder, links to folders never. */
export function createWatchedFolder(options: WatchedFolderOptions): Connector {
  const { clock, settleMs = SETTLE_MS } = options;
  const resolveRoot = (): Promise<string> => resolveAllowedFolder(options.folder, options.access);
  const isSettling = ({ ctimeMs }: BigIntStats): boolean => {
    const age = clock.now().getTime() - Number(ctimeMs);
    return age < settleMs && age > -SKEW_MS;
  };
  return {
    async check() {
      const folder = await opendir(await resolveRoot()).catch(notListed);
      await folder.close();
    },
    async *list(signal) {
      const root = await resolveRoot();
      for await (const path of walk(root, root, signal)) {
        const listed = await describe(root, path, isSettling);
        if (listed !== undefined) yield listed;
      }
    },
    async open({ id }) {
      return openFile(await resolveRoot(), id, isSettling);
    },
  };
}

async function* walk(root: string, folder: string, signal: AbortSignal): AsyncGenerator<string> {
  signal.throwIfAborted();
  for await (const entry of await opendir(folder).catch(notListed)) {
    const path = join(folder, entry.name);
    const name = relative(root, path).split(sep).join('/');
    if (isLeftOut(name)) continue;
    if (entry.isDirectory()) yield* walk(root, path, signal);
    else yield name;
  }
}

async function describe(
  root: string,
  id: string,
  isSettling: (facts: BigIntStats) => boolean,
): Promise<Listed | undefined> {
  try {
    const path = join(root, id);
    const link = (await lstat(path)).isSymbolicLink();
    if (link && !contains(root, await realpath(path))) return leadsOut(id);
    const facts = await stat(path, { bigint: true });
    if (!facts.isFile()) return link ? leadsOut(id) : undefined;
    if (isSettling(facts)) return { kind: 'busy', id };
    return { kind: 'item', item: { id, path: id, revision: revisionOf(facts), bytes: Number(facts.size) } };
  } catch {
    // Gone again, or a link to nothing: it is not there.
    return undefined;
  }
}

async function openFile(
  root: string,
  id: string,
  isSettling: (facts: BigIntStats) => boolean,
): Promise<OpenedItem> {
  const real = await realpath(join(root, id)).catch((error: unknown) => {
    throw itemGone(error);
  });
  if (!contains(root, real)) throw itemGone();
  // The last part must not have become a link since; O_NONBLOCK so that a pipe in its place does not hold us up.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(real, flags).catch((error: unknown) => {
    throw itemGone(error);
  });
  const facts = await file.stat({ bigint: true });
  if (!facts.isFile() || isSettling(facts)) {
    await file.close();
    throw facts.isFile() ? itemBusy() : itemGone();
  }
  return { revision: revisionOf(facts), bytes: readWhole(file, facts) };
}

/** Fails when the file changes while it is read: half of the one and half of the other is no document. */
async function* readWhole(file: FileHandle, before: BigIntStats): AsyncGenerator<Uint8Array> {
  try {
    yield* file.createReadStream({ autoClose: false });
    if (revisionOf(await file.stat({ bigint: true })) !== revisionOf(before)) throw itemBusy();
  } finally {
    await file.close();
  }
}

/** The change time cannot be set by a program, as the modification time can. */
function revisionOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join('-');
}

function leadsOut(id: string): Listed {
  const reason = 'It is a link out of the folder or to another folder, which is not followed.';
  return { kind: 'refused', id, code: 'ERR_SOURCE_ITEM_NAME', reason };
}

function notListed(error: unknown): never {
  throw unreachable('The folder cannot be listed. Give this user the right to read it.', error);
}
