import { chmodSync, copyFileSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileGuard, type FileGuard } from '../../../server/audit/file-guard.ts';
import { systemClock } from '../../../server/util/clock.ts';

let dir: string;
let path: string;
let guard: FileGuard;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'intramura-guard-'));
  path = join(dir, 'audit.db');
  writeFileSync(path, '');
  writeFileSync(`${path}-wal`, '');
  guard = createFileGuard(path, systemClock);
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Nothing has changed in the folder for so long that the guard need not look at the write-ahead log. */
function settle(): void {
  const past = new Date(Date.now() - 60_000);
  utimesSync(dir, past, past);
  guard.assertWriteAheadLog();
}

describe('a file guard', () => {
  it('lets files pass that grow', () => {
    guard.assertWriteAheadLog();
    writeFileSync(path, 'more', { flag: 'a' });
    writeFileSync(`${path}-wal`, 'more', { flag: 'a' });
    expect(() => guard.assertDatabase()).not.toThrow();
    expect(() => guard.assertWriteAheadLog()).not.toThrow();
  });

  it.each([
    ['is moved away', () => renameSync(path, `${path}.away`)],
    ['is write-protected', () => chmodSync(path, 0o444)],
    [
      'is replaced by a copy',
      () => {
        copyFileSync(path, `${path}.copy`);
        renameSync(`${path}.copy`, path);
      },
    ],
  ])('tells when the database %s', (_, change) => {
    change();
    expect(() => guard.assertDatabase()).toThrow(/replaced|protected|no such file/);
  });

  describe.each([
    ['soon after the folder has changed', () => guard.assertWriteAheadLog()],
    ['in a folder that has long stood still', settle],
  ])('%s', (_, prepare) => {
    beforeEach(() => prepare());

    it.each([
      ['is deleted', () => rmSync(`${path}-wal`)],
      [
        'is replaced by a copy',
        () => {
          copyFileSync(`${path}-wal`, `${path}.copy`);
          renameSync(`${path}.copy`, `${path}-wal`);
        },
      ],
      [
        'is moved with its folder',
        () => {
          renameSync(dir, `${dir}.away`);
          dir = `${dir}.away`;
        },
      ],
    ])('tells when the write-ahead log %s', (_change, change) => {
      change();
      expect(() => guard.assertWriteAheadLog()).toThrow(/replaced|no such file/);
      expect(() => guard.assertWriteAheadLog()).toThrow(/replaced|no such file/);
    });

    it('lets other files of the folder come and go', () => {
      writeFileSync(join(dir, 'keys.db-journal'), '');
      expect(() => guard.assertWriteAheadLog()).not.toThrow();
      rmSync(join(dir, 'keys.db-journal'));
      expect(() => guard.assertWriteAheadLog()).not.toThrow();
    });
  });
});
