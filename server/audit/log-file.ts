import { type Stats, statSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { AuditDatabase } from '../db/database.ts';
import type { AuditEntriesTable, AuditTables } from '../db/tables.ts';
import type { Clock } from '../util/clock.ts';
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
   * @throws Error when anything is in doubt; the rows may then be in the log or not
   */
  append(makeRows: (head: LogHead) => readonly AuditEntriesTable[]): Promise<void>;
  close(): Promise<void>;
}

/** SQLite's name for synchronous=FULL. */
const SYNCHRONOUS_FULL = 2;
const WRITE_BITS = 0o222;

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
  return attach(path, db);
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

function attach(path: string, db: AuditDatabase): LogFile {
  const opened = statSync(path);
  let wal: Stats | undefined;
  return {
    head: () => readHead(db),
    after: (seq, limit) =>
      db.selectFrom('audit_entries').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute(),
    async append(makeRows) {
      assertSameFile(path, opened);
      await db.transaction().execute(async (transaction) => {
        const rows = makeRows(await readHead(transaction));
        await transaction.insertInto('audit_entries').values(rows).execute();
      });
      if (wal === undefined) await assertFullSync(db);
      // A file that was moved away still takes writes, but nobody will find them: look before acknowledging.
      assertSameFile(path, opened);
      wal ??= statSync(`${path}-wal`);
      assertSameFile(`${path}-wal`, wal);
    },
    close: () => db.destroy(),
  };
}

async function readHead(db: Pick<Kysely<AuditTables>, 'selectFrom'>): Promise<LogHead> {
  const head = await db
    .selectFrom('audit_entries')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head ?? { seq: 0, hash: noEntry };
}

/** The driver's build lowers the setting in silence, so it is read back after the first write of a connection. */
async function assertFullSync(db: AuditDatabase): Promise<void> {
  const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(db);
  if (rows[0]?.synchronous !== SYNCHRONOUS_FULL) throw new Error('The database does not sync its commits.');
}

function assertSameFile(path: string, known: Stats): void {
  const now = statSync(path);
  if (now.ino !== known.ino || now.dev !== known.dev) {
    throw new Error('The database was replaced while it was open.');
  }
  // Root may write to a write-protected file; whoever protected it meant it all the same.
  if ((now.mode & WRITE_BITS) === 0) throw new Error('The database is write-protected.');
}
