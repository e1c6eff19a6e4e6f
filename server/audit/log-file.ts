import { sql } from 'kysely';
import type { AuditDatabase } from '../db/database.ts';
import type { AuditEntriesTable } from '../db/tables.ts';
import type { Clock } from '../util/clock.ts';
import { begin, commit, compileStatements } from './append-statements.ts';
import type { StampedEntry } from './draft.ts';
import { createFileGuard, type FileGuard } from './file-guard.ts';
import { noEntry } from './verifier/no-entry.ts';

/** The newest entry. `seq` is 0 and `hash` 64 zeros in an empty log. */
export interface LogHead {
  readonly seq: number;
  readonly hash: string;
}

export type OpenDatabase = (path: string, clock: Clock) => Promise<AuditDatabase>;

/** The log's database, opened for writing. */
export interface LogFile {
  head(): Promise<LogHead>;
  /** Entries after `seq`, oldest first. */
  after(seq: number, limit: number): Promise<AuditEntriesTable[]>;
  /**
   * Reads the head and appends the rows made from it, in one transaction that is on the disk when this resolves.
   * @throws Error when anything is in doubt; the rows may then be in the log or not, and the file must be closed
   */
  append(makeRows: (head: LogHead) => readonly StampedEntry[]): Promise<void>;
  close(): Promise<void>;
}

/** SQLite's name for synchronous=FULL. */
const SYNCHRONOUS_FULL = 2;

export async function openLogFile(path: string, clock: Clock, open: OpenDatabase): Promise<LogFile> {
  const db = await open(path, clock);
  try {
    // Nobody else may write here, so there is nothing to wait for, and waiting would stop the whole process.
    await sql`PRAGMA busy_timeout = 100`.execute(db);
    await settle(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return attach(db, createFileGuard(path, clock));
}

/**
 * Copies what the write-ahead log holds into the database and syncs it. After a failed sync the kernel may show pages
 * that never reached the disk; nothing may be acknowledged on top of them.
 */
async function settle(db: AuditDatabase): Promise<void> {
  const { rows } = await sql<{
    busy: number;
    log: number;
    checkpointed: number;
  }>`PRAGMA wal_checkpoint(PASSIVE)`.execute(db);
  const [state] = rows;
  if (state === undefined || state.busy !== 0 || state.log !== state.checkpointed) {
    throw new Error('The write-ahead log could not be brought into the database.');
  }
}

function attach(db: AuditDatabase, guard: FileGuard): LogFile {
  const statements = compileStatements(db);
  let written = false;
  return {
    head: async () => headOf((await db.executeQuery(statements.head)).rows),
    after: (seq, limit) =>
      db.selectFrom('audit_entries').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute(),
    async append(makeRows) {
      guard.assertDatabase();
      await db.connection().execute(async (connection) => {
        await connection.executeQuery(begin);
        const rows = makeRows(headOf((await connection.executeQuery(statements.head)).rows));
        for (const row of rows)
          for (const statement of statements.of(row)) await connection.executeQuery(statement);
        await connection.executeQuery(commit);
      });
      if (!written) await assertFullSync(db);
      written = true;
      // Look before acknowledging.
      guard.assertDatabase();
      guard.assertWriteAheadLog();
    },
    close: () => db.destroy(),
  };
}

function headOf([head]: readonly LogHead[]): LogHead {
  return head ?? { seq: 0, hash: noEntry };
}

/** The driver's build lowers the setting in silence, so it is read back after the first write of a connection. */
async function assertFullSync(db: AuditDatabase): Promise<void> {
  const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(db);
  if (rows[0]?.synchronous !== SYNCHRONOUS_FULL) throw new Error('The database does not sync its commits.');
}
