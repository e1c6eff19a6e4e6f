import { z } from 'zod';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const entry = z
  .object({
    seq: z.int(),
    hash: z.string(),
    type: z.string(),
    at: z.string(),
    leaf: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'AuditEntry',
    description: 'An entry of the audit log; `leaf` is the record that was hashed.',
  });

/** Reading the log is itself logged, before anything of it is shown. */
export function listAuditEntries({ audit }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/audit/entries',
    summary: 'Entries of the audit log, oldest first; `next` continues.',
    tag: 'Audit',
    permission: 'audit:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      type: z.string().max(64).optional(),
      exchange: z.string().max(128).optional(),
    }),
    body: nothing,
    status: 200,
    response: z.object({ entries: z.array(entry), next: z.int().optional() }),
    async handler({ query, principal }) {
      const { after, limit, type, exchange } = query;
      await audit.recordEvent({ type: 'audit.read', actor: principal, after, limit });
      const entries = await audit.entries({
        after,
        limit,
        ...(type === undefined ? {} : { type }),
        ...(exchange === undefined ? {} : { exchange }),
      });
      const last = entries.at(-1);
      return {
        entries: entries.map(({ seq, hash, type: kind, at, leaf }) => ({ seq, hash, type: kind, at, leaf })),
        ...(last !== undefined && entries.length === limit ? { next: last.seq } : {}),
      };
    },
  });
}
