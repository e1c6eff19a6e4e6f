import Database from 'better-sqlite3';
import { type Dialect, SqliteDialect, type SqliteDatabase } from 'kysely';

export interface SqliteOptions {
  readonly path: string;
  /** `full`: every commit is on the disk before it returns. `normal`: the last commits may be lost with the power. */
  readonly synchronous: 'full' | 'normal';
  readonly readonly?: boolean;
  /**
   * For secrets that must be gone once they are deleted: freed pages are overwritten with zeros, and there is no
   * write-ahead log in which an old page would stay until the next checkpoint.
   */
  readonly secureDelete?: boolean;
  /**
   * For a connection that runs the same few statements all the time: each is compiled once and kept. The texts must be
   * few, for none is ever dropped.
   */
  readonly keepStatements?: boolean;
  /**
   * Pages of the write-ahead log after which a commit copies it into the database; 1,000 when absent. That commit
   * waits for a second sync and for all the pages, so more make fewer commits slow.
   */
  readonly checkpointPages?: number;
}

/**
 * The only file that imports the SQL driver. `synchronous` is set on every connection because the driver's
 * build lowers it to NORMAL after the first schema change in WAL mode.
 */
export function sqliteDialect(options: SqliteOptions): Dialect {
  return new SqliteDialect({
    database: () => {
      const database = new Database(options.path, {
        readonly: options.readonly ?? false,
        fileMustExist: options.readonly ?? false,
      });
      const secureDelete = options.secureDelete === true;
      if (options.readonly !== true) database.pragma(`journal_mode = ${secureDelete ? 'DELETE' : 'WAL'}`);
      if (secureDelete) database.pragma('secure_delete = ON');
      // Without a write-ahead log a commit is the removal of the journal, and only EXTRA syncs that: at FULL a cut of
      // the power can bring back what was deleted and take back what was stored.
      database.pragma(`synchronous = ${secureDelete ? 'EXTRA' : options.synchronous.toUpperCase()}`);
      if (options.checkpointPages !== undefined)
        database.pragma(`wal_autocheckpoint = ${options.checkpointPages}`);
      database.pragma('busy_timeout = 5000');
      database.pragma('foreign_keys = ON');
      database.pragma('trusted_schema = OFF');
      return Promise.resolve(options.keepStatements === true ? keepingStatements(database) : database);
    },
  });
}

function keepingStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    prepare(text) {
      const statement = kept.get(text) ?? database.prepare(text);
      kept.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

/** Copies a database that may be in use, as of one moment (SQLite's online back-up). */
export async function backupDatabase(from: string, to: string): Promise<void> {
  const database = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await database.backup(to);
  } finally {
    database.close();
  }
}
