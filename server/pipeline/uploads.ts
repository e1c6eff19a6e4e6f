import { type Actor, actorOf } from '../domain/principal.ts';
import { AppError, toAppError } from '../errors.ts';
import { type ImportOutcome, isWorthRetrying, type Job, type JobPayload } from '../jobs/job.ts';
import type { JobProgress, JobQueue } from '../jobs/job-queue.ts';
import { type DocumentView, documentId } from '../knowledge/knowledge.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import { type ImportDeps, importDocument, type ImportRequest } from './import-document.ts';
import { outcomeOf } from './import-outcome.ts';
import { removeDocument } from './remove-document.ts';

/** A file with what is decided about it at once. Only what a job may hold: no title and no owner. */
export interface UploadRequest extends Pick<ImportRequest, 'actor' | 'collection' | 'source' | 'bytes'> {
  readonly change?: Extract<JobPayload, { kind: 'import-document' }>['change'] & object;
}

/** Documents that come and go over the network. */
export interface Uploads {
  /** Puts the file aside, sealed, and queues its import. */
  submit(request: UploadRequest): Promise<{ document: string; job: Job }>;
  /** Forgets a job that has ended, with the file that waited for another try. False when it has not ended. */
  dismiss(job: Job): Promise<boolean>;
  /** The file a document was made from; undefined when it is not kept. The log says who took it. */
  original(actor: Actor, document: DocumentView): Promise<Buffer | undefined>;
  /** Removes a document from knowledge, index and originals. */
  remove(actor: Actor, document: DocumentView): Promise<void>;
  /** Removes a collection with all its documents. Returns how many there were. */
  removeCollection(actor: Actor, collection: string): Promise<number>;
}

export function createUploads(deps: ImportDeps, jobs: JobQueue, random: RandomBytes): Uploads {
  const { knowledge, originals, audit } = deps;
  return {
    async submit({ actor, collection, source, bytes, change }) {
      const upload = randomId('upload', random);
      await originals.keep(upload, bytes);
      const payload = {
        kind: 'import-document',
        upload,
        collection,
        source,
        ...(change === undefined ? {} : { change }),
        actor: actorOf(actor),
      } as const;
      return { document: documentId(collection, source), job: await jobs.enqueue(payload, actor.id) };
    },
    async dismiss(job) {
      if (!(await jobs.forget(job.id))) return false;
      if (job.payload.kind === 'import-document') await originals.remove(job.payload.upload);
      return true;
    },
    async original(actor, { id, collection }) {
      if (!(await originals.has(id))) return undefined;
      const bytes = await originals.read(id);
      await audit.recordEvent({ type: 'knowledge.downloaded', actor, collection, document: id });
      return bytes;
    },
    remove: (actor, document) => removeDocument(deps, actor, document),
    async removeCollection(actor, collection) {
      const held = await knowledge.counts([collection], 'everything');
      const documents = held.get(collection)?.documents ?? 0;
      await audit.recordEvent({ type: 'collection.deleted', actor, collection, documents });
      for (const document of await knowledge.removeCollection(collection)) await originals.remove(document);
      return documents;
    },
  };
}

export type UploadRunner = (
  payload: Extract<JobPayload, { kind: 'import-document' }>,
  progress: JobProgress,
) => Promise<ImportOutcome>;

/**
 * Runs a queued import. A file that cannot be imported fails its job with the report's reason. The file put aside
 * goes when the import is done or the file is at fault; it stays for another try when the product failed or was killed.
 */
export function createUploadRunner(deps: ImportDeps): UploadRunner {
  return async (payload, progress) => {
    let outcome: ImportOutcome;
    try {
      outcome = await runImport(deps, payload, progress);
    } catch (error) {
      if (!isWorthRetrying(toAppError(error))) await deps.originals.remove(payload.upload);
      throw error;
    }
    await deps.originals.remove(payload.upload);
    return outcome;
  };
}

async function runImport(
  deps: ImportDeps,
  { upload, ...request }: Parameters<UploadRunner>[0],
  progress: JobProgress,
): Promise<ImportOutcome> {
  const bytes = await deps.originals.read(upload);
  const report = await importDocument(deps, { ...request, bytes }, progress);
  if (report.status === 'failed') {
    throw new AppError('ERR_KNOWLEDGE_FORMAT', report.reason, { status: 422 });
  }
  return outcomeOf(report);
}
