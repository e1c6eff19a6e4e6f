import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Actor } from '../domain/principal.ts';
import type { DocumentChange, ImportReport } from '../knowledge/knowledge.ts';
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
    const bytes = await readFile(file);
    const report = await importDocument(deps, { actor, collection, source, bytes, change }, () => undefined);
    yield { ...report, source };
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
