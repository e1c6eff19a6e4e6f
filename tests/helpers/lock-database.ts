import Database from 'better-sqlite3';

/** Holds the write lock of a database from outside, as a back-up tool gone wrong would. */
export function lockDatabase(path: string): { release(): void } {
  const database = new Database(path);
  database.exec('BEGIN EXCLUSIVE');
  return {
    release() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}
