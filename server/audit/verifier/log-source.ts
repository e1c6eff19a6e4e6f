import { existsSync } from 'node:fs';
import type { Arguments } from './parse-arguments.ts';
import { readDatabase } from './read-database.ts';
import { readExport } from './read-export.ts';
import { readTiles } from './read-tiles.ts';
import type { StoredEntry, StoredItem } from './stored-entry.ts';
import { UsageError } from './usage-error.ts';
import type { ProblemList } from './verify-report.ts';

/** Where a log is read from. */
export interface LogSource {
  readonly kind: 'db' | 'export' | 'tiles';
  readonly path: string;
}

/** The one of `--db`, `--export` and `--tiles` that is given. @throws UsageError */
export function sourceOf(args: Arguments): LogSource {
  const given = (['db', 'export', 'tiles'] as const).flatMap((kind) => {
    const path = args.value(kind);
    return path === undefined ? [] : [{ kind, path }];
  });
  const [source, another] = given;
  if (source === undefined || another !== undefined)
    throw new UsageError('Give one of --db, --export and --tiles.');
  return assertThere(source);
}

/** A log named by its path alone: a folder of tiles, a database, or else an export. @throws UsageError */
export function guessSource(path: string, isFolder: boolean): LogSource {
  if (isFolder) return assertThere({ kind: 'tiles', path });
  return assertThere({ kind: path.endsWith('.db') ? 'db' : 'export', path });
}

function assertThere(source: LogSource): LogSource {
  if (!existsSync(source.path)) throw new UsageError(`There is no audit log at ${source.path}.`);
  return source;
}

/** Every entry and content; what is wrong with the files themselves goes to `problems`. */
export function readSource({ kind, path }: LogSource, problems: ProblemList): Generator<StoredItem> {
  switch (kind) {
    case 'db':
      return readDatabase(path, problems);
    case 'export':
      return readExport(path);
    case 'tiles':
      return readTiles(path, problems);
    default:
      return kind satisfies never;
  }
}

/** Every entry alone. */
export function* readEntries(source: LogSource, problems: ProblemList): Generator<StoredEntry> {
  for (const item of readSource(source, problems)) if ('bytes' in item) yield item;
}
