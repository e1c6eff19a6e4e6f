import { rm } from 'node:fs/promises';
import type { JobPayload } from '../../jobs/job.ts';
import type { JobProgress } from '../../jobs/job-queue.ts';
import type { SourceItems } from '../../knowledge/sources/source-items.ts';
import type { SourceStore } from '../../knowledge/sources/source-store.ts';
import type { ImportDeps } from '../import-document.ts';
import { removeDocument } from '../remove-document.ts';

export interface RemoveSourceDeps {
  readonly store: SourceStore;
  readonly items: SourceItems;
  readonly imports: ImportDeps;
  /** Where the source keeps its copy, if its kind has one. */
  readonly cacheDirOf: (source: string) => string;
}

export type RemovePayload = Extract<JobPayload, { kind: 'remove-source' }>;

/** Removes the documents of a source and then the source. Cut short, it goes on where it stood. */
export async function removeSource(
  { store, items, imports, cacheDirOf }: RemoveSourceDeps,
  { source, documents, actor }: RemovePayload,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<void> {
  const held = documents === 'remove' ? await items.list(source) : [];
  for (const [at, { id, document }] of held.entries()) {
    signal.throwIfAborted();
    progress(at / held.length, 'removing');
    const found = document === undefined ? undefined : await imports.knowledge.document(document);
    if (found !== undefined) await removeDocument(imports, actor, found);
    await items.forget(source, id);
  }
  await store.remove(source);
  await rm(cacheDirOf(source), { recursive: true, force: true });
}
