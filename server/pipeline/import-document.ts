import type { AuditLog } from '../audit/audit-log.ts';
import type { Actor } from '../domain/principal.ts';
import {
  documentId,
  type ImportInput,
  type ImportProgress,
  type ImportReport,
  type Knowledge,
} from '../knowledge/knowledge.ts';
import type { Originals } from '../knowledge/originals.ts';

export interface ImportDeps {
  readonly knowledge: Knowledge;
  readonly originals: Originals;
  readonly audit: AuditLog;
}

/** A file that somebody wants to be part of a collection. Importing the same place again replaces the document. */
export interface ImportRequest extends Omit<ImportInput, 'beforeStoring'> {
  readonly actor: Actor;
}

/**
 * Imports a file and keeps its original, sealed. The report says how it went; a bad file is a report, not an
 * error. The audit log says who wants to change the knowledge before it is changed, and what came of it after, also
 * when a job that a stop cut short finds its work done. The original is kept before the document is stored: a stop in
 * between leaves one for a document that the next import makes, never a document without its original. Of a collection
 * that is masked in the store no original is kept.
 */
export async function importDocument(
  { knowledge, originals, audit }: ImportDeps,
  { actor, ...file }: ImportRequest,
  progress: ImportProgress,
): Promise<ImportReport> {
  const { collection } = file;
  const document = documentId(collection, file.source, file.origin);
  await audit.recordEvent({ type: 'knowledge.import-requested', actor, collection, document });
  // The file holds what is masked in the store.
  const isKept = !(await isMaskedInStore(knowledge, collection));
  const keep = async (): Promise<void> => {
    if (isKept) await originals.keep(document, file.bytes);
  };
  const report = await knowledge.importDocument({ ...file, beforeStoring: keep }, progress);
  if (report.status === 'failed') return report;
  if (isKept && !(await originals.has(document))) await keep();
  const { chunks, version: edition } = report;
  await audit.recordEvent({ type: 'knowledge.imported', actor, collection, document, chunks, edition });
  return report;
}

async function isMaskedInStore(knowledge: Pick<Knowledge, 'collections'>, id: string): Promise<boolean> {
  const all = await knowledge.collections();
  return all.some((collection) => collection.id === id && collection.masking === 'in-store');
}
