import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Actor } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import { type DocumentChange, failedReport, type ImportReport } from '../knowledge/knowledge.ts';
import { formatError, tooManyBytes } from '../knowledge/parsers/format-error.ts';
import { defaultParserLimits } from '../knowledge/parsers/parser-pool.ts';
import { type ImportDeps, importDocument } from './import-document.ts';

/** Imports a file, or every file of a folder in the order of their paths, with one report for each. */
export async function* importFolder(
  deps: ImportDeps,
  actor: Actor,
  collection: string,
  path: string,
  change: DocumentChange = {},
): AsyncGenerator<ImportReport & { source: string }> {
  for (const { file, source } of await listFiles(path)) {
    const bytes = await readBounded(file);
    if (bytes instanceof AppError) yield failedReport(source, bytes);
    else {
      const report = await importDocument(
        deps,
        { actor, collection, source, bytes, change },
        () => undefined,
      );
      yield { ...report, source };
    }
  }
}

/** A file that nobody could read anyway is not loaded first; one that cannot be opened does not end the import. */
async function readBounded(file: string): Promise<Buffer | AppError> {
  const { inputBytes } = defaultParserLimits;
  try {
    const { size } = await stat(file);
    return size > inputBytes ? tooManyBytes(size, inputBytes) : await readFile(file);
  } catch (error) {
    return formatError('unreadable', 'The file cannot be opened. Check who may read it and retry.', error);
  }
}

/** Hidden files and folders are left out; sources are relative paths with forward slashes on every system. */
async function listFiles(path: string): Promise<{ file: string; source: string }[]> {
  if ((await stat(path)).isFile()) return [{ file: path, source: path.split(sep).at(-1) ?? path }];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, source: relative(path, file).split(sep).join('/') }))
    .filter(({ source }) => !source.split('/').some((part) => part.startsWith('.')))
    .toSorted((a, b) => (a.source < b.source ? -1 : 1));
}
