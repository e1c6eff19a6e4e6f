import type { AuditEvent } from '../../audit/event.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { Actor } from '../../domain/principal.ts';
import { toAppError } from '../../errors.ts';
import type { JobPayload } from '../../jobs/job.ts';
import type { JobProgress } from '../../jobs/job-queue.ts';
import type { Connector } from '../../knowledge/connectors/connector.ts';
import type { Credentials } from '../../knowledge/connectors/credentials.ts';
import { addressOf, type SourceSettings } from '../../knowledge/connectors/source-settings.ts';
import type { Source, SourceDefaults, SourceRun } from '../../knowledge/sources/source.ts';
import type { DocumentChange } from '../../knowledge/knowledge.ts';
import type { SourceItems } from '../../knowledge/sources/source-items.ts';
import { isQuiet, type SourceRuns } from '../../knowledge/sources/source-runs.ts';
import type { SourceStore } from '../../knowledge/sources/source-store.ts';
import type { Logger } from '../../logger.ts';
import type { Clock } from '../../util/clock.ts';
import { type ImportDeps, importDocument } from '../import-document.ts';
import { removeDocument } from '../remove-document.ts';
import { type SyncDeps, type SyncReport, syncSource } from './sync-source.ts';

/** How long one run works before others have their turn, in milliseconds. */
const SLICE_MS = 30_000;
/** When to look again at a file that is being written, in seconds. */
const BUSY_SECONDS = 3;
/** How long a source that failed is left alone at least, in seconds. */
const FAILED_SECONDS = 60;

export interface RunSourceDeps {
  readonly store: SourceStore;
  readonly items: SourceItems;
  readonly runs: SourceRuns;
  readonly imports: ImportDeps;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The connector of a source. */
  readonly connect: (
    source: string,
    settings: SourceSettings,
    credentials: Credentials | undefined,
  ) => Connector;
}

export type SyncPayload = Extract<JobPayload, { kind: 'sync-source' }>;

/** One run of a source. How it went is kept with the source; only an abort is an error. */
export async function runSource(
  deps: RunSourceDeps,
  payload: SyncPayload,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = deps;
  const source = await store.find(payload.source);
  // Removed or switched off since the job was queued.
  if (source === undefined || !source.enabled) return;
  const started = clock.now().getTime();
  let report: SyncReport | undefined;
  let failure: unknown;
  try {
    report = await syncSource(await syncDeps(deps, source, payload.actor), {
      signal,
      progress: everyHundredth(progress),
      confirmedRemovals: payload.confirmedRemovals,
      isOver: () => clock.now().getTime() - started > SLICE_MS,
    });
  } catch (error) {
    signal.throwIfAborted();
    failure = error;
  }
  const run = {
    ...(report === undefined ? failedRun(deps, failure) : outcomeOf(report)),
    ...endOf(clock, started),
  };
  await keepRun(deps, source, payload.actor, run);
  const seconds = pause(source, run, report?.busy === true);
  await store.note(source.id, {
    lastRun: run,
    nextRunAt: new Date(clock.now().getTime() + seconds * 1000).toISOString(),
  });
}

async function syncDeps(deps: RunSourceDeps, source: Source, actor: Actor): Promise<SyncDeps> {
  const { store, items, imports, connect } = deps;
  const { id, collection } = source;
  return {
    connector: connect(id, source.settings, await store.credentials(id)),
    known: () => items.list(id),
    remember: (item) => items.put(id, item),
    forget: (item) => items.forget(id, item),
    importFile: ({ id: item, path, bytes, isNew }) => {
      const address = addressOf(source.settings, item);
      const file = { actor, collection, source: path, origin: id, bytes };
      const rules = isNew ? { change: rulesOf(source.defaults) } : {};
      return importDocument(
        imports,
        { ...file, ...rules, ...(address === undefined ? {} : { address }) },
        () => undefined,
      );
    },
    async removeDocument(document) {
      const found = await imports.knowledge.document(document);
      if (found !== undefined) await removeDocument(imports, actor, found);
    },
  };
}

/** What a new document begins with. */
function rulesOf({ classification, readers, owner }: SourceDefaults): DocumentChange {
  return {
    ...(classification === undefined ? {} : { classification }),
    ...(readers === undefined ? {} : { readers }),
    ...(owner === undefined ? {} : { owner }),
  };
}

type Outcome = Omit<SourceRun, 'endedAt' | 'ms'>;

function outcomeOf(report: SyncReport): Outcome {
  const { outcome, added, changed, unchanged, removed, failed, held, failures } = report;
  return { outcome, added, changed, unchanged, removed, failed, held, failures };
}

function failedRun({ logger }: RunSourceDeps, error: unknown): Outcome {
  const { code, expose, message } = toAppError(error);
  logger.warn({ code }, 'a run of a source failed');
  const reason = expose ? message : 'The run failed inside; the log has the reason.';
  const nothing = { added: 0, changed: 0, unchanged: 0, removed: 0, failed: 0, held: 0, failures: [] };
  return { outcome: 'failed', ...nothing, code, reason };
}

function endOf(clock: Clock, started: number): Pick<SourceRun, 'endedAt' | 'ms'> {
  const now = clock.now();
  return { endedAt: now.toISOString(), ms: Math.max(0, now.getTime() - started) };
}

/** Kept and audited when it says something new: a source that is looked at every half minute would bury the rest. */
async function keepRun(
  { runs, audit }: RunSourceDeps,
  source: Source,
  actor: Actor,
  run: SourceRun,
): Promise<void> {
  if (isQuiet(run, source.lastRun)) return;
  await runs.add(source.id, run);
  await audit.recordEvent(runEvent(source, actor, run));
}

function runEvent({ id, collection }: Source, actor: Actor, run: SourceRun): AuditEvent {
  if (run.outcome === 'failed')
    return { type: 'source.failed', actor, source: id, collection, code: run.code ?? 'ERR_INTERNAL' };
  const { added, changed, removed, failed, held } = run;
  return { type: 'source.synced', actor, source: id, collection, added, changed, removed, failed, held };
}

/** Seconds until the next run. */
function pause({ intervalSeconds }: Source, { outcome }: SourceRun, busy: boolean): number {
  if (outcome === 'unfinished') return 0;
  if (outcome === 'failed') return Math.max(intervalSeconds, FAILED_SECONDS);
  return busy ? Math.min(intervalSeconds, BUSY_SECONDS) : intervalSeconds;
}

/** Progress is kept in the database: a step of less than a hundredth is not worth a write. */
function everyHundredth(progress: JobProgress): JobProgress {
  let told = '';
  return (share, stage) => {
    const step = `${stage} ${Math.floor(share * 100)}`;
    if (step === told) return;
    told = step;
    progress(share, stage);
  };
}
