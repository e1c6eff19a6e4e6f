import { z } from 'zod';

export const jobStates = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/** Who asked for it, for the audit log. */
const actor = z.object({ kind: z.enum(['user', 'api-key']), id: z.string() });

/** Imports an uploaded file, which waits sealed under `upload`. */
const importDocument = z.object({
  kind: z.literal('import-document'),
  upload: z.string(),
  collection: z.string(),
  source: z.string(),
  actor,
});

/** Hashes the files of a model again. */
const verifyModel = z.object({ kind: z.literal('verify-model'), model: z.string(), actor });

/** Times a model on this machine. */
const measureModel = z.object({ kind: z.literal('measure-model'), model: z.string(), actor });

export const jobPayload = z.discriminatedUnion('kind', [importDocument, verifyModel, measureModel]);
export type JobPayload = z.infer<typeof jobPayload>;

/** Work that goes on after the request that asked for it, and survives a restart. */
export interface Job {
  readonly id: string;
  readonly kind: JobPayload['kind'];
  readonly payload: JobPayload;
  readonly state: JobState;
  /** 0 to 1. */
  readonly progress: number;
  readonly error?: string;
  readonly createdBy: string;
  readonly updatedAt: Date;
}
