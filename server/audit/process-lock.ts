import { type ControlledTransaction, Kysely, sql } from 'kysely';
import { sqliteDialect } from '../db/dialect.ts';
import { AppError } from '../errors.ts';

interface LockTables {
  holder: { one: number };
}

/**
 * Makes this process the only writer of a log. The lock is a write transaction on a small SQLite file beside the log,
 * held until it is disposed: the kernel drops it when the process dies, so there is nothing stale to clean up, and
 * it works across containers that share the folder.
 * @throws AppError ERR_AUDIT_UNAVAILABLE when another process holds it
 */
export async function lockLog(logPath: string): Promise<AsyncDisposable> {
  const db = new Kysely<LockTables>({
    dialect: sqliteDialect({ path: `${logPath}.lock`, synchronous: 'normal' }),
  });
  try {
    await sql`PRAGMA busy_timeout = 200`.execute(db);
    const transaction = await takeWriteLock(db);
    return {
      async [Symbol.asyncDispose]() {
        await transaction.rollback().execute();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw new AppError(
      'ERR_AUDIT_UNAVAILABLE',
      'Another process is writing this audit log. Stop the server first, or use its HTTP API.',
      { status: 503, cause: error },
    );
  }
}

async function takeWriteLock(db: Kysely<LockTables>): Promise<ControlledTransaction<LockTables>> {
  await db.schema.createTable('holder').ifNotExists().addColumn('one', 'integer').execute();
  const transaction = await db.startTransaction().execute();
  try {
    // The first write of a transaction takes the lock; it is never committed.
    await transaction.insertInto('holder').values({ one: 1 }).execute();
    return transaction;
  } catch (error) {
    await transaction.rollback().execute();
    throw error;
  }
}
