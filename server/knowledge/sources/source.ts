import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../domain/principal.ts';
import type { SourceKind, SourceSettings } from '../connectors/source-settings.ts';

/** Shortest and longest time between two runs, in seconds. */
export const SHORTEST_INTERVAL = 10;
export const LONGEST_INTERVAL = 7 * 24 * 3600;
/** Failures that a report names one by one; the others are counted. */
export const MOST_FAILURES = 50;

export const sourceDefaults = z.strictObject({
  classification: z.string().optional(),
  /** Roles. */
  readers: z.array(z.string()).optional(),
  owner: z.string().trim().min(1).max(200).optional(),
});

/** What a document of the source begins with; what people change in it afterwards stays. */
export type SourceDefaults = z.infer<typeof sourceDefaults>;

/** A place that documents of one collection come from, and go with. */
export interface Source {
  /** Chosen by people. It is the origin of each of its documents. */
  readonly id: string;
  readonly collection: string;
  readonly name: string;
  readonly settings: SourceSettings;
  /** Whether credentials are kept. What they are is told to nobody. */
  readonly hasCredentials: boolean;
  readonly intervalSeconds: number;
  readonly defaults: SourceDefaults;
  readonly enabled: boolean;
  /** In whose name scheduled runs act. */
  readonly actor: Actor;
  readonly createdAt: string;
  /** Absent while it is not enabled. */
  readonly nextRunAt?: string;
  /** The newest job that works on it. */
  readonly job?: string;
  readonly lastRun?: SourceRun;
}

export type NewSource = Pick<
  Source,
  'id' | 'collection' | 'name' | 'settings' | 'intervalSeconds' | 'defaults'
>;
/** What is undefined stays. */
export type SourceChange = {
  readonly [K in 'name' | 'settings' | 'intervalSeconds' | 'defaults' | 'enabled']?: Source[K] | undefined;
};

const failure = z.object({ path: z.string(), code: z.string(), reason: z.string() });
const count = z.int().min(0);

const run = z.object({
  /** `held`: deletions wait for somebody to confirm them. `unfinished`: the rest is done by the next run, at once. */
  outcome: z.enum(['done', 'held', 'unfinished', 'failed']),
  endedAt: z.string(),
  ms: count,
  added: count,
  changed: count,
  unchanged: count,
  removed: count,
  /** Items that are there and could not be read. */
  failed: count,
  /** Documents whose items are gone, and that are kept until somebody confirms. */
  held: count,
  /** At most MOST_FAILURES. */
  failures: z.array(failure),
  /** Why the whole run failed. */
  code: z.string().optional(),
  reason: z.string().optional(),
});

/** How one run went. */
export type SourceRun = z.infer<typeof run>;
export type ItemFailure = z.infer<typeof failure>;
export const sourceRun = run.meta({ id: 'SourceRun', description: 'How one run of a source went.' });

/** Seconds between two runs unless somebody says otherwise. */
export function defaultInterval(kind: SourceKind): number {
  return kind === 'folder' ? 30 : 300;
}

/** Ids go into names of documents and of folders. */
export function assertSourceId(id: string): void {
  if (/^[a-z0-9][a-z0-9-]{0,63}$/u.test(id)) return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'A source id has 1 to 64 small letters, digits and hyphens and begins with a letter or digit.',
    { status: 400, param: 'id' },
  );
}
