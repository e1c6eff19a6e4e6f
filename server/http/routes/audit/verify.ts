import { z } from 'zod';
import { startVerification } from '../../../pipeline/audit-verification.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { job, presentJob } from '../../presenters/job.ts';
import type { Services } from '../../services.ts';

const common = {
  method: 'post',
  tag: 'Audit',
  permission: 'audit:verify',
  errors: 'api',
  bodyKind: 'none',
  params: nothing,
  query: nothing,
  body: nothing,
} as const;

export function verifyAudit({ auditVerification }: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/audit/verify',
    summary: 'Re-hash the whole log and hold it against its signed checkpoints.',
    status: 200,
    response: z.object({ ok: z.boolean(), entries: z.int(), message: z.string() }),
    async handler({ principal }) {
      const { ok, entries, message } = await auditVerification.run(principal);
      return { ok, entries, message };
    },
  });
}

export function verifyAuditAsJob({ jobs }: Services): Route {
  return defineRoute({
    ...common,
    path: '/api/audit/verifications',
    summary: 'The same as a job, or the one that is running. `GET /api/audit/state` says how it goes.',
    status: 202,
    response: z.object({ job }),
    handler: async ({ principal }) => ({ job: presentJob(await startVerification(jobs, principal)) }),
  });
}
