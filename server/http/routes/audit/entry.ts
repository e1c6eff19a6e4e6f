import { z } from 'zod';
import type { AuditLog } from '../../../audit/audit-log.ts';
import { AppError } from '../../../errors.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { auditEntryDetail, presentAuditEntryDetail, type proofStates } from '../../presenters/audit-entry.ts';
import type { Services } from '../../services.ts';

export function getAuditEntry({ audit }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/audit/entries/{seq}',
    summary:
      'An entry with its neighbours, its exchange and whether it can be proven. The log records who reads it.',
    tag: 'Audit',
    permission: 'audit:read',
    errors: 'api',
    bodyKind: 'none',
    params: z.object({ seq: z.coerce.number().int().min(1) }),
    query: nothing,
    body: nothing,
    status: 200,
    response: auditEntryDetail,
    async handler({ params: { seq }, principal }) {
      await audit.recordEvent({ type: 'audit.read', actor: principal, after: seq - 1, limit: 1 });
      const detail = await audit.entry(seq);
      return presentAuditEntryDetail(detail, await proofState(audit, seq));
    },
  });
}

async function proofState(audit: AuditLog, seq: number): Promise<(typeof proofStates)[number]> {
  try {
    await audit.prove(seq);
    return 'proven';
  } catch (error) {
    if (error instanceof AppError && error.code === 'ERR_NOT_FOUND') return 'unsigned';
    if (error instanceof AppError && error.code === 'ERR_AUDIT_INVALID') return 'changed';
    throw error;
  }
}
