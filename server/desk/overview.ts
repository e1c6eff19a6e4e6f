import type { AuditLog } from '../audit/audit-log.ts';
import type { AppDatabase } from '../db/database.ts';
import type { Identity } from '../identity/identity.ts';
import type { Inference } from '../inference/inference.ts';
import { type ExchangeSummary, summarizeExchanges } from '../insights/summarize.ts';
import type { TimeRange } from '../insights/time-buckets.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { AuditVerification } from '../pipeline/audit-verification.ts';
import type { Sources } from '../pipeline/sources/sources.ts';
import type { Clock } from '../util/clock.ts';
import { type Alert, findAlerts } from './alerts.ts';
import { type HostFacts, readHostFacts } from './host-facts.ts';

export interface OverviewDeps {
  readonly db: AppDatabase;
  readonly dataDir: string;
  readonly audit: Pick<AuditLog, 'state'>;
  readonly auditVerification: Pick<AuditVerification, 'last'>;
  readonly inference: Pick<Inference, 'status'>;
  readonly jobs: Pick<JobQueue, 'countFailed'>;
  readonly sources: Pick<Sources, 'list'>;
  readonly identity: Pick<Identity, 'users'>;
  readonly clock: Clock;
}

/** How the product does: figures of a time, its machine now, and what needs a look. */
export interface Overview {
  readonly exchanges: ExchangeSummary;
  readonly host: HostFacts;
  readonly alerts: readonly Alert[];
}

export type ReadOverview = (range: TimeRange, zone: string) => Promise<Overview>;

const WEEK_MS = 7 * 86_400_000;

export function createOverview(deps: OverviewDeps): ReadOverview {
  const { db, clock, audit, inference } = deps;
  return async (range, zone) => {
    const now = clock.now();
    const exchanges = await summarizeExchanges(db, range, zone);
    const host = await readHostFacts(deps.dataDir, inference);
    const alerts = findAlerts({
      now,
      log: audit.state(),
      verification: await deps.auditVerification.last(),
      models: inference.status(),
      disk: host.disk,
      failedJobs: await deps.jobs.countFailed(new Date(now.getTime() - WEEK_MS)),
      failedSources: await countFailedSources(deps.sources),
      givenPasswords: await countGivenPasswords(deps.identity),
      outcomes: exchanges.outcomes,
    });
    return { exchanges, host, alerts };
  };
}

async function countFailedSources(sources: OverviewDeps['sources']): Promise<number> {
  const all = await sources.list();
  return all.filter(({ enabled, lastRun }) => enabled && lastRun?.outcome === 'failed').length;
}

/** Administrators who still have the password that was handed out. */
async function countGivenPasswords({ users }: Pick<Identity, 'users'>): Promise<number> {
  const all = await users.list();
  return all.filter(
    ({ roles, disabledAt, passwordChosenAt }) =>
      roles.includes('administrator') && disabledAt === undefined && passwordChosenAt === undefined,
  ).length;
}
