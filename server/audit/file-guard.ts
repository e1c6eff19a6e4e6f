import { type BigIntStats, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../util/clock.ts';

/**
 * Notices when the database or its write-ahead log is no longer the file under its name. A file that was moved away
 * still takes writes, but nobody will find them.
 */
export interface FileGuard {
  /** @throws Error when the database was replaced, moved, deleted or write-protected since the guard was made */
  assertDatabase(): void;
  /** @throws Error when the write-ahead log was replaced, moved or deleted since the first call */
  assertWriteAheadLog(): void;
}

const WRITE_BITS = 0o222;
/** Coarser than the time stamps of any file system in use, which are those of the kernel's clock tick. */
const SETTLED_MS = 1000;

/**
 * The write-ahead log is looked at only when its folder has changed, for looking is not free: since Linux 6.13 a file
 * whose times were read gets new ones at its next write, and they make the sync of a commit a quarter slower.
 */
export function createFileGuard(path: string, clock: Clock): FileGuard {
  const opened = statSync(path);
  const walPath = `${path}-wal`;
  let wal: Stats | undefined;
  let folder: BigIntStats | undefined;

  const isSettled = ({ mtimeMs }: BigIntStats): boolean =>
    clock.now().getTime() - Number(mtimeMs) >= SETTLED_MS;

  return {
    assertDatabase() {
      const now = statSync(path);
      assertSameFile(now, opened);
      // Root may write to a write-protected file; whoever protected it meant it all the same.
      if ((now.mode & WRITE_BITS) === 0) throw new Error('The database is write-protected.');
    },
    assertWriteAheadLog() {
      const now = statSync(dirname(path), { bigint: true });
      if (folder !== undefined && isSameFolder(now, folder)) return;
      wal ??= statSync(walPath);
      assertSameFile(statSync(walPath), wal);
      // A folder that changed just now may change again within the same tick of the clock, and look the same.
      folder = isSettled(now) ? now : undefined;
    },
  };
}

function assertSameFile(now: Stats, known: Stats): void {
  if (now.ino !== known.ino || now.dev !== known.dev) {
    throw new Error('The database was replaced while it was open.');
  }
}

function isSameFolder(now: BigIntStats, known: BigIntStats): boolean {
  return now.ino === known.ino && now.dev === known.dev && now.mtimeNs === known.mtimeNs;
}
