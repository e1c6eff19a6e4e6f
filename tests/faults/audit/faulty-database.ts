import { Kysely } from 'kysely';
import type { OpenDatabase } from '../../../server/audit/log-file.ts';
import { openAuditDatabase } from '../../../server/db/database.ts';
import { sqliteDialect } from '../../../server/db/dialect.ts';
import type { AuditTables } from '../../../server/db/tables.ts';
import { interceptQueries } from './intercept-queries.ts';

/** What goes wrong the next time: the statement that fails, and whether it takes effect all the same. */
export interface StatementFault {
  readonly statement: 'open' | 'begin' | 'select' | 'insert' | 'commit';
  readonly takesEffect: boolean;
}

/** Fails as often as `next` says so; each fault strikes once. */
export function openFaultyDatabase(next: (statement: string) => StatementFault | undefined): OpenDatabase {
  return async (path, clock) => {
    if (next('open') !== undefined) throw new Error('disk I/O error');
    await (await openAuditDatabase(path, clock)).destroy();
    const dialect = interceptQueries(sqliteDialect({ path, synchronous: 'full' }), async (query, run) => {
      const fault = next(/^\s*(\w+)/.exec(query.sql)?.[1]?.toLowerCase() ?? '');
      if (fault === undefined) return run();
      if (fault.takesEffect) await run();
      throw new Error('disk I/O error');
    });
    return new Kysely<AuditTables>({ dialect });
  };
}
