import { Kysely } from 'kysely';
import type { Clock } from '../util/clock.ts';
import { appMigrations } from './app-migrations/index.ts';
import { auditMigrations } from './audit-migrations/index.ts';
import { type SqliteOptions, sqliteDialect } from './dialect.ts';
import { migrate } from './migrator.ts';
import type { AppTables, AuditTables } from './tables.ts';

export type AppDatabase = Kysely<AppTables>;
export type AuditDatabase = Kysely<AuditTables>;

/** Opens (and creates) the application's database at its newest schema. */
export async function openAppDatabase(path: string, clock: Clock): Promise<AppDatabase> {
  const options: SqliteOptions = { path, synchronous: 'normal' };
  await migrate(sqliteDialect(options), appMigrations, clock);
  return new Kysely<AppTables>({ dialect: sqliteDialect(options) });
}

/** Opens (and creates) the audit log's own file: every commit is on the disk before it returns. */
export async function openAuditDatabase(path: string, clock: Clock): Promise<AuditDatabase> {
  const options: SqliteOptions = { path, synchronous: 'full' };
  await migrate(sqliteDialect(options), auditMigrations, clock);
  return new Kysely<AuditTables>({ dialect: sqliteDialect(options) });
}

/** Opens an audit log to read it only. The file must exist. */
export function openAuditCopy(path: string): AuditDatabase {
  return new Kysely<AuditTables>({ dialect: sqliteDialect({ path, synchronous: 'full', readonly: true }) });
}
