import type { AuditLog } from '../audit/audit-log.ts';
import type { Actor } from '../domain/principal.ts';
import {
  documentId,
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

/** A file that somebody wants to be part of a collection. */
export interface ImportRequest {
  readonly actor: Actor;
  readonly collection: string;
  /** File name or path; importing the same one again replaces the document. */
  readonly source: string;
  readonly bytes: Buffer;
}

/**
 * Imports a file and keeps its original, sealed. The report says how it went; a bad file is a report, not an
 * error. The audit log says who wants to change the knowledge before it is changed, and what came of it after.
 */
export async function importDocument(
  { knowledge, originals, audit }: ImportDeps,
  { actor, ...file }: ImportRequest,
  progress: ImportProgress,
): Promise<ImportReport> {
  const document = documentId(file.collection, file.source);
  await audit.recordEvent({
    type: 'knowledge.import-requested',
    actor,
    collection: file.collection,
    document,
  });
  const report = await knowledge.importDocument(file, progress);
  if (report.status === 'failed') return report;
  if (report.status !== 'unchanged' || !(await originals.has(document))) {
    await originals.keep(document, file.bytes);
  }
  if (report.status !== 'unchanged') {
    await audit.recordEvent({
      type: 'knowledge.imported',
      actor,
      collection: file.collection,
      document: report.document,
      chunks: report.chunks,
    });
  }
  return report;
}
