import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

export function verifyAudit({ audit }: Services): Route {
  return defineRoute({
    method: 'post',
    path: '/api/audit/verify',
    summary: 'Re-hash the whole log and hold it against its signed checkpoints.',
    tag: 'Audit',
    permission: 'audit:verify',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ ok: z.boolean(), entries: z.int(), message: z.string() }),
    async handler({ principal }) {
      const report = await audit.verify();
      await audit.recordEvent({ type: 'audit.verified', actor: principal, exit: report.exitCode });
      return { ok: report.exitCode === 0, entries: report.entries, message: report.summary };
    },
  });
}
