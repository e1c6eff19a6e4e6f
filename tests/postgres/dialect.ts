import { createHash } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { type Dialect, PostgresDialect, type PostgresPoolClient } from 'kysely';
import { type SqliteOptions, sqliteDialect as fileDialect } from '../../server/db/dialect.ts';

export { backupDatabase } from '../../server/db/dialect.ts';

/**
 * Stands in for server/db/dialect.ts in the `postgres` project of vitest.config.ts: the application's database lives in
 * PostgreSQL, so that the same tests say whether the same SQL runs there. The audit log and the content keys are files.
 */
export function sqliteDialect(options: SqliteOptions): Dialect {
  if (!options.path.endsWith('app.db')) return fileDialect(options);
  const schema = `t${createHash('sha256').update(options.path).digest('hex').slice(0, 16)}`;
  return new PostgresDialect({
    pool: { connect: () => connect(schema), end: () => Promise.resolve() },
  });
}

/** One server for all tests of a worker, as WebAssembly in this process; each path has a schema of its own. */
let server: Promise<PGlite> | undefined;
/** It has one connection: whoever wants it waits until those before have let go of it. */
let turn: Promise<void> = Promise.resolve();

async function connect(schema: string): Promise<PostgresPoolClient> {
  const before = turn;
  let release = (): void => {};
  turn = new Promise((resolve) => {
    release = resolve;
  });
  await before;
  server ??= PGlite.create();
  const postgres = await server;
  await postgres.exec(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path TO ${schema}`);
  const query = async (text: string, parameters: readonly unknown[]) => {
    const { rows, affectedRows } = await postgres.query(text, [...parameters]);
    return { command: commandOf(text), rowCount: affectedRows ?? rows.length, rows };
  };
  // The other way to call it is with a cursor, of which none is configured.
  return { query: query as PostgresPoolClient['query'], release };
}

/** `with … update` counts as what it begins with: nothing here asks such a statement how many rows it changed. */
function commandOf(text: string): string {
  return /^\w+/u.exec(text)?.[0].toUpperCase() ?? '';
}
