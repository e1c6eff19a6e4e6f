import { z } from 'zod';
import { entryOrders } from '../../../audit/audit-log.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { auditEntry, presentAuditEntry } from '../../presenters/audit-entry.ts';
import { auditFilters, toEntryFilters } from '../../schemas/audit-filters.ts';
import type { Services } from '../../services.ts';

const query = z.object({
  ...auditFilters,
  after: z.coerce.number().int().min(0).default(0),
  before: z.coerce.number().int().min(1).optional(),
  order: z.enum(entryOrders).default('oldest'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Reading the log is itself logged, before anything of it is shown. */
export function listAuditEntries({ audit }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/audit/entries',
    summary:
      'A page of the audit log, which the log records. `next` continues: as `after`, or as `before` with the newest first. To page through many, search.',
    tag: 'Audit',
    permission: 'audit:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query,
    body: nothing,
    status: 200,
    response: z.object({ entries: z.array(auditEntry), next: z.int().optional() }),
    async handler({ query: { after, before, order, limit, ...wanted }, principal }) {
      const filters = await toEntryFilters(audit, wanted);
      await audit.recordEvent({
        type: 'audit.read',
        actor: principal,
        after,
        limit,
        ...(before === undefined ? {} : { before }),
        ...(Object.keys(filters).length === 0 ? {} : { filters }),
      });
      const entries = await audit.entries({
        ...filters,
        after,
        order,
        limit,
        ...(before === undefined ? {} : { before }),
      });
      const last = entries.at(-1);
      return {
        entries: entries.map(presentAuditEntry),
        ...(last !== undefined && entries.length === limit ? { next: last.seq } : {}),
      };
    },
  });
}
