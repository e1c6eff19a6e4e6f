import { once } from 'node:events';
import type { Response } from 'express';
import { z } from 'zod';
import { type ExportFormat, exportFormats } from '../../../audit/audit-log.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import { auditFilters, toEntryFilters } from '../../schemas/audit-filters.ts';
import type { Services } from '../../services.ts';

export function exportAudit({ audit, clock }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/audit/export',
    summary:
      'The entries that fit, one a line, oldest first; the log records who takes them. A whole `jsonl` export verifies like the log itself.',
    tag: 'Audit',
    permission: 'audit:export',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: z.object({ ...auditFilters, format: z.enum(exportFormats).default('jsonl') }),
    body: nothing,
    status: 200,
    produces: 'application/x-ndjson',
    response: z.string(),
    async handler({ query: { format, ...wanted }, principal, response, signal }) {
      const filters = await toEntryFilters(audit, wanted);
      const lines = await audit.export(principal, format, filters);
      response.status(200).set({
        'content-type': mediaTypeOf(format),
        'content-disposition': `attachment; filename="${fileName(format, clock.now())}"`,
        'cache-control': 'no-store',
      });
      await sendLines(response, lines, signal);
      return alreadySent;
    },
  });
}

/** Waits whenever the caller is slower than the disk, so that no export is held in memory. */
async function sendLines(
  response: Response,
  lines: AsyncIterable<string>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const line of lines) {
      if (!response.write(`${line}\n`)) await once(response, 'drain', { signal });
      if (signal.aborted) return;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  response.end();
}

function mediaTypeOf(format: ExportFormat): string {
  return format === 'cef' ? 'text/plain; charset=utf-8' : 'application/x-ndjson';
}

function fileName(format: ExportFormat, now: Date): string {
  const day = now.toISOString().slice(0, 10);
  return `audit-${day}.${format === 'jsonl' ? 'jsonl' : `${format}.${format === 'ocsf' ? 'jsonl' : 'log'}`}`;
}
