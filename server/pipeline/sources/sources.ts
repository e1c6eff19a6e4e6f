import type { AuditLog } from '../../audit/audit-log.ts';
import { type Actor, actorOf } from '../../domain/principal.ts';
import { AppError, toAppError } from '../../errors.ts';
import type { Job, JobPayload } from '../../jobs/job.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import type { Credentials } from '../../knowledge/connectors/credentials.ts';
import { placeOf, type SourceSettings } from '../../knowledge/connectors/source-settings.ts';
import type { NewSource, Source, SourceChange, SourceRun } from '../../knowledge/sources/source.ts';
import { repeat } from '../../util/repeat.ts';
import { type RemoveSourceDeps, removeSource } from './remove-source.ts';
import { type RunSourceDeps, runSource } from './run-source.ts';
import { createTurns } from '../../util/turns.ts';

/** How often to look whether a source is due, in milliseconds. */
const LOOK_MS = 2000;
/** How long a source may take to answer a test, in milliseconds. */
const TEST_MS = 20_000;

/** Whether a source answers with these settings. */
export type SourceTest =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly reason: string };

/** The places that documents come from. The caller has checked that it may act on the source's collection. */
export interface Sources {
  list(): Promise<readonly Source[]>;
  find(id: string): Promise<Source | undefined>;
  create(actor: Actor, source: NewSource, credentials: Credentials | undefined): Promise<Source>;
  /** Credentials stay when absent and go when null; a new place needs them anew. @throws AppError ERR_REQUEST_INVALID */
  update(actor: Actor, source: Source, change: SourceChange, credentials?: Credentials | null): Promise<void>;
  /** Asks the place, with the credentials that are kept for `source` when none are given and the place is the same. */
  test(settings: SourceSettings, credentials: Credentials | undefined, source?: Source): Promise<SourceTest>;
  /** Queues a run, or returns the one that is queued or at work. @throws AppError ERR_REQUEST_INVALID when switched off */
  run(actor: Actor, source: Source, confirmedRemovals: number): Promise<Job>;
  runs(source: string): Promise<readonly SourceRun[]>;
  /** Queues the removal of a source, with or without its documents. */
  remove(actor: Actor, source: Source, documents: 'keep' | 'remove'): Promise<Job>;
  /** Runs what is due from now on. Returns what stops it. */
  startSchedule(): () => Promise<void>;
}

export type SourcesDeps = RunSourceDeps &
  RemoveSourceDeps & { readonly jobs: JobQueue; readonly audit: AuditLog };

/** Runs the jobs of sources. Made before the queue that hands them out, which is made before the sources. */
export interface SourceJobs {
  run(
    payload: SourceJobPayload,
    progress: Parameters<typeof runSource>[2],
    signal: AbortSignal,
  ): Promise<void>;
  /** Ends a run that is at work. */
  stop(source: string): void;
}

export type SourceJobPayload = Extract<JobPayload, { kind: 'sync-source' | 'remove-source' }>;

export function createSourceJobs(deps: RunSourceDeps & RemoveSourceDeps): SourceJobs {
  const stops = new Map<string, AbortController>();
  return {
    async run(payload, progress, signal) {
      if (payload.kind === 'remove-source') return removeSource(deps, payload, progress, signal);
      const stop = new AbortController();
      stops.set(payload.source, stop);
      try {
        await runSource(deps, payload, progress, AbortSignal.any([signal, stop.signal]));
      } catch (error) {
        // Stopped by itself, not with the whole product: there is nothing to go on with.
        if (!stop.signal.aborted) throw error;
      } finally {
        stops.delete(payload.source);
      }
    },
    stop: (source) => stops.get(source)?.abort(new Error('The source was changed.')),
  };
}

export function createSources(deps: SourcesDeps, sourceJobs: Pick<SourceJobs, 'stop'>): Sources {
  const { store, jobs, audit, connect, logger } = deps;
  const enqueue = createEnqueue(deps);
  return {
    list: () => store.list(),
    find: (id) => store.find(id),
    runs: (source) => deps.runs.list(source),
    async create(actor, source, credentials) {
      const { id, collection, settings } = source;
      const created = await store.insert(source, credentials, actor);
      await audit.recordEvent({
        type: 'source.created',
        actor,
        source: id,
        collection,
        kind: settings.kind,
      });
      return created;
    },
    async update(actor, source, change, credentials) {
      assertKeepsPlace(source, change.settings, credentials);
      const what = changedOf(change, credentials);
      await audit.recordEvent({ type: 'source.updated', actor, source: source.id, what });
      sourceJobs.stop(source.id);
      await store.update(source.id, change, credentials);
    },
    async test(settings, credentials, source) {
      const kept = source !== undefined && placeOf(source.settings) === placeOf(settings);
      const used = credentials ?? (kept ? await store.credentials(source.id) : undefined);
      try {
        await connect(source?.id ?? 'test', settings, used).check(AbortSignal.timeout(TEST_MS));
        return { ok: true };
      } catch (error) {
        const { code, expose, message } = toAppError(error);
        return {
          ok: false,
          code,
          reason: expose ? message : 'It did not answer in time, or not as expected.',
        };
      }
    },
    async run(actor, source, confirmedRemovals) {
      if (!source.enabled) {
        throw new AppError('ERR_REQUEST_INVALID', 'The source is switched off. Switch it on first.', {
          status: 409,
        });
      }
      await audit.recordEvent({
        type: 'source.run-requested',
        actor,
        source: source.id,
        confirmedRemovals,
      });
      const { id, collection } = source;
      return enqueue(source, {
        kind: 'sync-source',
        source: id,
        collection,
        confirmedRemovals,
        actor: actorOf(actor),
      });
    },
    async remove(actor, source, documents) {
      const { id, collection } = source;
      await audit.recordEvent({
        type: 'source.deleted',
        actor,
        source: id,
        collection,
        documents,
      });
      await store.update(id, { enabled: false });
      sourceJobs.stop(id);
      return jobs.enqueue(
        { kind: 'remove-source', source: id, collection, documents, actor: actorOf(actor) },
        actor.id,
      );
    },
    startSchedule: () =>
      repeat(
        LOOK_MS,
        async () => {
          for (const source of await store.due()) {
            const { id, collection, actor } = source;
            await enqueue(source, {
              kind: 'sync-source',
              source: id,
              collection,
              confirmedRemovals: 0,
              actor,
            });
          }
        },
        (error) => logger.warn({ code: toAppError(error).code }, 'sources that are due were not run'),
      ),
  };
}

/** One run of a source at a time, and one finished job of each kept: they would fill the table of jobs. */
function createEnqueue({
  store,
  jobs,
}: SourcesDeps): (source: Source, payload: SourceJobPayload) => Promise<Job> {
  const inTurn = createTurns();
  const enqueueNow = async ({ id }: Source, payload: SourceJobPayload): Promise<Job> => {
    const before = (await store.find(id))?.job;
    const held = before === undefined ? undefined : await jobs.get(before);
    if (held !== undefined && (held.state === 'queued' || held.state === 'running')) return held;
    if (held !== undefined) await jobs.forget(held.id);
    const job = await jobs.enqueue(payload, payload.actor.id);
    await store.note(id, { job: job.id });
    return job;
  };
  return (source, payload) => inTurn(() => enqueueNow(source, payload));
}

/** Kept credentials go to the place they were given for, and to no other. */
function assertKeepsPlace(
  source: Source,
  settings: SourceSettings | undefined,
  credentials: Credentials | null | undefined,
): void {
  if (settings === undefined) return;
  if (settings.kind !== source.settings.kind) {
    throw new AppError('ERR_REQUEST_INVALID', 'A source stays of its kind. Make another one.', {
      status: 400,
      param: 'settings',
    });
  }
  if (!source.hasCredentials || credentials !== undefined || placeOf(settings) === placeOf(source.settings))
    return;
  throw new AppError('ERR_REQUEST_INVALID', 'The address is another one: give the credentials for it anew.', {
    status: 400,
    param: 'credentials',
  });
}

function changedOf(change: SourceChange, credentials: Credentials | null | undefined) {
  const names = (['name', 'settings', 'intervalSeconds', 'enabled'] as const).filter(
    (key) => change[key] !== undefined,
  );
  return credentials === undefined ? names : ([...names, 'credentials'] as const);
}
