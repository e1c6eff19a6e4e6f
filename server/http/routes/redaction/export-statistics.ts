import { z } from 'zod';
import { statisticsTable, statisticsTables } from '../../../insights/mask-statistics-table.ts';
import { toCsv } from '../../../util/csv.ts';
import { alreadySent, defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';
import { timeRangeOf, timeRangeQuery } from '../../time-range.ts';

/** At most a row for each hour or day of the time, or for each type there is. */
export function exportMaskStatistics({ figures, clock, audit }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/redaction/statistics/export',
    summary: 'One table of the statistics as CSV; the log records who takes it.',
    tag: 'Redaction',
    permission: 'insights:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: timeRangeQuery.extend({ table: z.enum(statisticsTables) }),
    body: nothing,
    status: 200,
    produces: 'text/csv',
    response: z.string(),
    async handler({ query, principal, response }) {
      const { table, zone } = query;
      const range = timeRangeOf(query, clock.now());
      const rows = statisticsTable(table, await figures.maskStatistics(range, zone), zone);
      await audit.recordEvent({
        type: 'statistics.exported',
        actor: principal,
        table,
        rows: rows.length - 1,
      });
      response
        .attachment(`masked-${table}-${range.to.toISOString().slice(0, 10)}.csv`)
        .set('cache-control', 'no-store')
        .type('text/csv; charset=utf-8; header=present')
        .send(toCsv(rows));
      return alreadySent;
    },
  });
}
