import { mkdtempSync, truncateSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder in which files are written for one measurement. */
export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

/** A sparse file is as long as it says and holds zeros only. */
export type FileToWrite = { readonly path: string } & (
  | { readonly bytes: Buffer }
  | { readonly zeros: number }
);

export function writeFolder(files: readonly FileToWrite[]): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'intramura-formats-'));
  for (const file of files) {
    const place = join(path, file.path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, 'bytes' in file ? file.bytes : '');
    if ('zeros' in file) truncateSync(place, file.zeros);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
