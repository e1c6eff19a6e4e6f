import { type CompiledQuery, Kysely, type QueryResult } from 'kysely';
import { openAuditDatabase } from '../../../server/db/database.ts';
import type { AuditDatabase } from '../../../server/db/database.ts';
import { sqliteDialect } from '../../../server/db/dialect.ts';
import type { AuditTables } from '../../../server/db/tables.ts';
import type { Clock } from '../../../server/util/clock.ts';
import { type Intercept, interceptQueries } from './intercept-queries.ts';

/** SQLite's name for synchronous=FULL. */
const FULL = 2;

/**
 * The database as it must not be opened: its commits are not synced, and it claims that they are. A harness that finds
 * nothing wrong with it finds nothing at all.
 */
export async function openUnsynced(path: string, clock: Clock): Promise<AuditDatabase> {
  await (await openAuditDatabase(path, clock)).destroy();
  const dialect = sqliteDialect({ path, synchronous: 'normal' });
  return new Kysely<AuditTables>({ dialect: interceptQueries(dialect, claimFull) });
}

const claimFull: Intercept = <R>(query: CompiledQuery, run: () => Promise<QueryResult<R>>) =>
  query.sql === 'PRAGMA synchronous'
    ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of what this pragma answers
      Promise.resolve({ rows: [{ synchronous: FULL }] as R[] })
    : run();
