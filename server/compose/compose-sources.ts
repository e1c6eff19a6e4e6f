import { join } from 'node:path';
import type { Config } from '../config/load-config.ts';
import type { AppDatabase } from '../db/database.ts';
import { createEgress } from '../egress/egress.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { type ConnectorDeps, createConnector } from '../knowledge/connectors/create-connector.ts';
import { createSourceItems } from '../knowledge/sources/source-items.ts';
import { createSourceRuns } from '../knowledge/sources/source-runs.ts';
import { createSourceStore } from '../knowledge/sources/source-store.ts';
import type { Logger } from '../logger.ts';
import type { ImportDeps } from '../pipeline/import-document.ts';
import type { RemoveSourceDeps } from '../pipeline/sources/remove-source.ts';
import type { RunSourceDeps } from '../pipeline/sources/run-source.ts';
import {
  createSourceJobs,
  createSources,
  type SourceJobs,
  type Sources,
} from '../pipeline/sources/sources.ts';
import type { Policies } from '../policy/policies.ts';
import type { Clock } from '../util/clock.ts';
import type { Disposal } from '../util/disposal.ts';
import type { RandomBytes } from '../util/random.ts';
import { createSealedBox } from '../util/sealed-box.ts';

export interface SourceParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  /** Where copies of remote repositories are kept. */
  readonly sourcesDir: string;
  readonly policies: Policies;
  readonly db: AppDatabase;
  readonly contentKey: Buffer;
  readonly imports: ImportDeps;
}

/** Items of one source. */
const MOST_ITEMS = 50_000;

export interface ComposedSources {
  readonly jobs: SourceJobs;
  /** Once there is a queue. */
  complete(queue: JobQueue): Sources;
}

/** Sources and their jobs: the queue needs the jobs, and the sources need the queue. */
export function composeSources(parts: SourceParts, disposal: Disposal): ComposedSources {
  const { db, random, clock, sourcesDir, contentKey, imports, logger } = parts;
  const connectors = openConnectors(parts, disposal);
  const cacheDirOf = (source: string): string => join(sourcesDir, source);
  const deps: RunSourceDeps & RemoveSourceDeps = {
    store: createSourceStore({ db, clock, box: createSealedBox(contentKey, 'source-credentials', random) }),
    items: createSourceItems(db),
    runs: createSourceRuns(db, random),
    imports,
    audit: imports.audit,
    clock,
    logger,
    cacheDirOf,
    connect: (source, settings, credentials) =>
      createConnector(settings, credentials, { ...connectors, cacheDir: cacheDirOf(source) }),
  };
  const jobs = createSourceJobs(deps);
  return { jobs, complete: (queue) => createSources({ ...deps, jobs: queue }, jobs) };
}

function openConnectors(
  { config, policies, clock }: SourceParts,
  disposal: Disposal,
): Omit<ConnectorDeps, 'cacheDir'> {
  const egress = createEgress({ allow: policies.egress });
  disposal.defer(() => Promise.resolve(egress[Symbol.dispose]()));
  return {
    egress,
    clock,
    access: { roots: config.sourceRoots, closed: [config.dataDir] },
    limits: { maxItemBytes: config.maxUploadBytes, maxItems: MOST_ITEMS },
  };
}
