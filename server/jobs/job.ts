import { z } from 'zod';

export const jobStates = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/** Imports an uploaded file, which waits sealed under `upload`. */
const importDocument = z.object({
  kind: z.literal('import-document'),
  upload: z.string(),
  collection: z.string(),
  source: z.string(),
  /** Who uploaded it, for the audit log. */
  actor: z.object({ kind: z.enum(['user', 'api-key']), id: z.string() }),
});

export const jobPayload = z.discriminatedUnion('kind', [importDocument]);
export type JobPayload = z.infer<typeof jobPayload>;

/** Work that goes on after the request that asked for it, and survives a restart. */
export interface Job {
  readonly id: string;
  readonly kind: JobPayload['kind'];
  readonly state: JobState;
  /** 0 to 1. */
  readonly progress: number;
  readonly error?: string;
  readonly createdBy: string;
}
