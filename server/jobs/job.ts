import { z } from 'zod';
import { roles } from '../domain/principal.ts';
import type { AppError } from '../errors.ts';

export const jobStates = ['queued', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/** Who asked for it, for the audit log. */
const actor = z.object({ kind: z.enum(['user', 'api-key']), id: z.string() });

/** What somebody decided about a document when they uploaded it; the rest is as in its collection. */
const uploadRules = z.object({
  classification: z.string().exactOptional(),
  readers: z.array(z.string()).exactOptional(),
  effectiveAt: z.string().exactOptional(),
  expiresAt: z.string().exactOptional(),
});

/** Imports an uploaded file, which waits sealed under `upload`. */
const importDocument = z.object({
  kind: z.literal('import-document'),
  upload: z.string(),
  collection: z.string(),
  source: z.string(),
  change: uploadRules.exactOptional(),
  actor,
});

/** Hashes the files of a model again. */
const verifyModel = z.object({ kind: z.literal('verify-model'), model: z.string(), actor });

/** Times a model on this machine. */
const measureModel = z.object({ kind: z.literal('measure-model'), model: z.string(), actor });

/** Hashes the audit log again and holds it against its checkpoints. */
const verifyAudit = z.object({ kind: z.literal('verify-audit'), actor });

/** Asks the questions of a set and measures the answers. In whose name decides what may be read. */
const evaluate = z.object({
  kind: z.literal('evaluate'),
  collection: z.string(),
  set: z.string(),
  /** Id of the run that it makes. */
  run: z.string(),
  principal: z.object({
    kind: z.enum(['user', 'api-key']),
    id: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)).readonly(),
    limits: z
      .object({
        scopes: z.array(z.string()).readonly(),
        models: z.array(z.string()).readonly().optional(),
        collections: z.array(z.string()).readonly().optional(),
      })
      .optional(),
  }),
});

/** Brings the documents of a source to what it holds now. */
const syncSource = z.object({
  kind: z.literal('sync-source'),
  source: z.string(),
  collection: z.string(),
  /** How many documents somebody has agreed to lose. */
  confirmedRemovals: z.int().min(0),
  actor,
});

/** Removes a source, with its documents or without. */
const removeSource = z.object({
  kind: z.literal('remove-source'),
  source: z.string(),
  collection: z.string(),
  documents: z.enum(['keep', 'remove']),
  actor,
});

/** What an import has to tell, without a word of the document. */
export const importOutcome = z.object({
  /** `updated`: the same bytes with other rules. */
  status: z.enum(['imported', 'replaced', 'updated', 'unchanged']),
  version: z.int(),
  chunks: z.int(),
  /** Pages or slides, in formats that have them. */
  pages: z.int().optional(),
  /** What people should look at, by its code. */
  warnings: z.array(z.object({ code: z.string(), count: z.int() })),
  /** The files inside of it: how many, and at most 200 by name, refused ones first. */
  parts: z.object({
    imported: z.int(),
    skipped: z.int(),
    refused: z.int(),
    listed: z.array(
      z.object({
        name: z.string(),
        outcome: z.enum(['imported', 'skipped', 'refused']),
        /** Why it was refused. */
        reason: z.string().optional(),
      }),
    ),
  }),
});
export type ImportOutcome = z.infer<typeof importOutcome>;

export const jobPayload = z.discriminatedUnion('kind', [
  importDocument,
  verifyModel,
  measureModel,
  verifyAudit,
  evaluate,
  syncSource,
  removeSource,
]);
export type JobPayload = z.infer<typeof jobPayload>;
export const jobKinds = jobPayload.options.map(({ shape }) => shape.kind.value);

/** Kinds that may take minutes. */
const lengthy: ReadonlySet<JobPayload['kind']> = new Set([
  'sync-source',
  'remove-source',
  'import-document',
  'evaluate',
]);

/** Kinds whose jobs are done one after the other. Those of one lane do not wait for those of another. */
export const jobLanes: readonly (readonly JobPayload['kind'][])[] = [
  ['sync-source', 'remove-source'],
  ['import-document'],
  ['evaluate'],
  jobKinds.filter((kind) => !lengthy.has(kind)),
];

/** Work that goes on after the request that asked for it, and survives a restart. */
export interface Job {
  readonly id: string;
  readonly kind: JobPayload['kind'];
  readonly payload: JobPayload;
  readonly state: JobState;
  /** What it is doing, by a name of its own kind of job. */
  readonly stage?: string;
  /** 0 to 1. */
  readonly progress: number;
  readonly error?: string;
  readonly errorCode?: string;
  /** Of an import that is done. */
  readonly outcome?: ImportOutcome;
  /** Whether it failed and can be tried again as it is. */
  readonly retryable: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Which of somebody's jobs are wanted. */
export interface JobFilter {
  readonly createdBy: string;
  readonly kind?: JobPayload['kind'];
  /** Any of these; all when absent. */
  readonly states?: readonly JobState[];
  readonly collection?: string;
}

/** The product failed, not what it was given: doing the same again can work. */
export function isWorthRetrying(failure: AppError): boolean {
  return failure.status >= 500;
}
