import { z } from 'zod';
import type { AuditLog, VerifyReport } from '../audit/audit-log.ts';
import type { Settings } from '../db/settings.ts';
import { type Actor, actorOf } from '../domain/principal.ts';
import type { Job } from '../jobs/job.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { Clock } from '../util/clock.ts';

const problem = z.object({ kind: z.string(), from: z.int(), to: z.int(), message: z.string() });

/** What a verification of the audit log found. */
export const verificationResult = z.object({
  /** RFC 3339, UTC: when it ended. */
  at: z.string(),
  ok: z.boolean(),
  /** As the exit code of `audit verify`. */
  exit: z.int(),
  /** Entries read. */
  entries: z.int(),
  /** Entries that the newest checkpoint proves. */
  proven: z.int(),
  message: z.string(),
  /** The first broken places. */
  problems: z.array(problem),
});
export type VerificationResult = z.infer<typeof verificationResult>;

export interface AuditVerificationDeps {
  readonly audit: Pick<AuditLog, 'verify' | 'recordEvent' | 'state'>;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** Verifies the log, records that it was verified, and remembers what was found. */
export interface AuditVerification {
  run(actor: Actor, progress?: (share: number) => void): Promise<VerificationResult>;
  last(): Promise<VerificationResult | undefined>;
}

const LAST = 'audit.verification';
/** More help nobody: the command line lists them all. */
const KEPT_PROBLEMS = 50;

export function createAuditVerification({
  audit,
  settings,
  clock,
}: AuditVerificationDeps): AuditVerification {
  return {
    async run(actor, progress) {
      const size = Math.max(1, audit.state().size);
      const report = await audit.verify(progress && ((entries) => progress(Math.min(1, entries / size))));
      const result = resultOf(report, clock.now());
      await settings.set(LAST, JSON.stringify(result));
      await record(audit, actor, result);
      return result;
    },
    async last() {
      const text = await settings.get(LAST);
      return text === undefined ? undefined : verificationResult.parse(JSON.parse(text));
    },
  };
}

/** A log that was changed takes no more entries; that must not hide what was found in it. */
async function record(
  audit: AuditVerificationDeps['audit'],
  actor: Actor,
  { ok, exit }: VerificationResult,
): Promise<void> {
  try {
    await audit.recordEvent({ type: 'audit.verified', actor, exit });
  } catch (error) {
    if (ok) throw error;
  }
}

function resultOf(report: VerifyReport, at: Date): VerificationResult {
  const { exitCode, entries, proven, summary, problems } = report;
  return {
    at: at.toISOString(),
    ok: exitCode === 0,
    exit: exitCode,
    entries,
    proven,
    message: summary,
    problems: problems
      .slice(0, KEPT_PROBLEMS)
      .map(({ kind, from, to, message }) => ({ kind, from, to, message })),
  };
}

/** Queues a verification, or returns the one that is waiting or running already. */
export async function startVerification(jobs: JobQueue, actor: Actor): Promise<Job> {
  const [newest] = await jobs.recent(['verify-audit'], 1);
  if (newest?.state === 'queued' || newest?.state === 'running') return newest;
  return jobs.enqueue({ kind: 'verify-audit', actor: actorOf(actor) }, actor.id);
}
