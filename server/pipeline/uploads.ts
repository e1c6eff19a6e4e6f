import type { Actor } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Job, JobPayload } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { type DocumentView, documentId } from '../knowledge/knowledge.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import { type ImportDeps, importDocument, type ImportRequest } from './import-document.ts';

/** Documents that come and go over the network. */
export interface Uploads {
  /** Puts the file aside, sealed, and queues its import. */
  submit(request: ImportRequest): Promise<{ document: string; job: Job }>;
  /** Removes a document from knowledge, index and originals. */
  remove(actor: Actor, document: DocumentView): Promise<void>;
}

export function createUploads(deps: ImportDeps, jobs: JobQueue, random: RandomBytes): Uploads {
  const { knowledge, originals, audit } = deps;
  return {
    async submit({ actor, collection, source, bytes }) {
      const upload = randomId('upload', random);
      await originals.keep(upload, bytes);
      const { kind, id } = actor;
      const payload = { kind: 'import-document', upload, collection, source, actor: { kind, id } } as const;
      return { document: documentId(collection, source), job: await jobs.enqueue(payload, id) };
    },
    async remove(actor, { id, collection }) {
      await audit.recordEvent({ type: 'knowledge.removed', actor, collection, document: id });
      await knowledge.removeDocument(id);
      await originals.remove(id);
    },
  };
}

export type UploadRunner = (
  payload: Extract<JobPayload, { kind: 'import-document' }>,
  progress: (share: number) => void,
) => Promise<void>;

/**
 * Runs a queued import. A file that cannot be imported fails its job with the report's reason. The file put aside
 * goes in any case but a kill, after which the job starts again.
 */
export function createUploadRunner(deps: ImportDeps): UploadRunner {
  return async ({ upload, collection, source, actor }, progress) => {
    try {
      const bytes = await deps.originals.read(upload);
      const report = await importDocument(deps, { actor, collection, source, bytes }, progress);
      if (report.status === 'failed') {
        throw new AppError('ERR_KNOWLEDGE_FORMAT', report.reason, { status: 422 });
      }
    } finally {
      await deps.originals.remove(upload);
    }
  };
}
