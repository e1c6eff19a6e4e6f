import type { AuditLog } from '../audit/audit-log.ts';
import type { Actor } from '../domain/principal.ts';
import type { ImportReport, Knowledge } from '../knowledge/knowledge.ts';
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
 * error. Whatever changed the knowledge is in the audit log.
 */
export async function importDocument(
  { knowledge, originals, audit }: ImportDeps,
  { actor, ...file }: ImportRequest,
  progress: (share: number) => void,
): Promise<ImportReport> {
  const report = await knowledge.importDocument(file, progress);
  if (report.status === 'imported' || report.status === 'replaced') {
    await originals.keep(report.document, file.bytes);
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
