import { z } from 'zod';
import { entryOrders } from '../../../audit/audit-log.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { auditEntry, presentAuditEntry } from '../../presenters/audit-entry.ts';
import { auditFilters, toEntryFilters } from '../../schemas/audit-filters.ts';
import type { Services } from '../../services.ts';

const common = { tag: 'Audit', permission: 'audit:read', errors: 'api', status: 200 } as const;

/** One entry for each look through the log, however many pages of it are read: they would bury what happened. */
export function searchAudit({ audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/audit/searches',
    summary:
      'Look through the audit log. The log records who looks for what; every page of what fits may then be read for 12 hours.',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object(auditFilters),
    response: z.object({
      search: z.int().meta({ description: 'Number of the entry that records the search.' }),
      total: z.int().meta({ description: 'Entries before it that fit.' }),
    }),
    handler: async ({ body, principal }) => ({
      ...(await audit.search(principal, await toEntryFilters(audit, body))),
    }),
  });
}

export function listFoundEntries({ audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/audit/searches/{search}/entries',
    summary: 'A page of what a search found. Pages never shift: new entries come after the search.',
    bodyKind: 'none',
    params: z.object({ search: z.coerce.number().int().min(1) }),
    query: z.object({
      order: z.enum(entryOrders).default('newest'),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    body: nothing,
    response: z.object({ entries: z.array(auditEntry) }),
    async handler({ params, query, principal }) {
      const entries = await audit.found(principal, { ...params, ...query });
      return { entries: entries.map(presentAuditEntry) };
    },
  });
}
