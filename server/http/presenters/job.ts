import { z } from 'zod';
import { importOutcome, type Job, jobKinds, jobStates } from '../../jobs/job.ts';
import { documentId } from '../../knowledge/knowledge.ts';

const subject = z.object({ collection: z.string(), source: z.string(), document: z.string() });

export const job = z
  .object({
    id: z.string(),
    kind: z.enum(jobKinds),
    state: z.enum(jobStates),
    stage: z.string().optional(),
    progress: z.number(),
    error: z.string().optional(),
    /** One of the product's error codes. */
    code: z.string().optional(),
    /** The same can be tried again as it is. */
    retryable: z.boolean(),
    /** The document that an import makes. */
    import: subject.optional(),
    /** What an import that is done has to tell. */
    outcome: importOutcome.optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Job', description: 'Work that goes on after the request; progress is between 0 and 1.' });

export function presentJob(held: Job): z.input<typeof job> {
  const { id, kind, state, stage, progress, retryable, error, errorCode: code, createdAt, updatedAt } = held;
  const imported = presentSubject(held);
  const told = held.outcome;
  return {
    id,
    kind,
    state,
    progress,
    retryable,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(stage === undefined ? {} : { stage }),
    ...(error === undefined ? {} : { error }),
    ...(code === undefined ? {} : { code }),
    ...(imported === undefined ? {} : { import: imported }),
    ...(told === undefined ? {} : { outcome: told }),
  };
}

function presentSubject({ payload }: Job): z.input<typeof subject> | undefined {
  if (payload.kind !== 'import-document') return undefined;
  const { collection, source } = payload;
  return { collection, source, document: documentId(collection, source) };
}
