import { type CompiledQuery, type DatabaseConnection, type Dialect, Kysely, type QueryResult } from 'kysely';
import { openAuditDatabase } from '../../../server/db/database.ts';
import type { AuditDatabase } from '../../../server/db/database.ts';
import { sqliteDialect } from '../../../server/db/dialect.ts';
import type { AuditTables } from '../../../server/db/tables.ts';
import type { Clock } from '../../../server/util/clock.ts';

/** SQLite's name for synchronous=FULL. */
const FULL = 2;

/**
 * The database as it must not be opened: its commits are not synced, and it claims that they are. A harness that finds
 * nothing wrong with it finds nothing at all.
 */
export async function openUnsynced(path: string, clock: Clock): Promise<AuditDatabase> {
  await (await openAuditDatabase(path, clock)).destroy();
  return new Kysely<AuditTables>({ dialect: claimingFull(sqliteDialect({ path, synchronous: 'normal' })) });
}

function claimingFull(inner: Dialect): Dialect {
  return {
    createAdapter: () => inner.createAdapter(),
    createIntrospector: (db) => inner.createIntrospector(db),
    createQueryCompiler: () => inner.createQueryCompiler(),
    createDriver() {
      const driver = inner.createDriver();
      return {
        init: () => driver.init(),
        acquireConnection: async () => claimingConnection(await driver.acquireConnection()),
        beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
        commitTransaction: (connection) => driver.commitTransaction(connection),
        rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
        releaseConnection: (connection) => driver.releaseConnection(connection),
        destroy: () => driver.destroy(),
      };
    },
  };
}

function claimingConnection(inner: DatabaseConnection): DatabaseConnection {
  return {
    streamQuery: (query, size) => inner.streamQuery(query, size),
    executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (query.sql !== 'PRAGMA synchronous') return inner.executeQuery<R>(query);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of what this pragma answers
      return Promise.resolve({ rows: [{ synchronous: FULL }] as R[] });
    },
  };
}
