import { Kysely } from 'kysely';
import type { Clock } from '../util/clock.ts';
import { appMigrations } from './app-migrations/index.ts';
import { auditKeysMigrations } from './audit-keys-migrations/index.ts';
import type { AuditKeysTables } from './audit-keys-tables.ts';
import { auditMigrations } from './audit-migrations/index.ts';
import { keysMigrations } from './keys-migrations/index.ts';
import { type SqliteOptions, sqliteDialect } from './dialect.ts';
import { migrate } from './migrator.ts';
import type { AppTables, AuditTables, KeysTables } from './tables.ts';

export type AppDatabase = Kysely<AppTables>;
export type AuditDatabase = Kysely<AuditTables>;
export type KeysDatabase = Kysely<KeysTables>;
export type AuditKeysDatabase = Kysely<AuditKeysTables>;

/** Opens (and creates) the application's database at its newest schema. */
export async function openAppDatabase(path: string, clock: Clock): Promise<AppDatabase> {
  const options: SqliteOptions = { path, synchronous: 'normal' };
  await migrate(sqliteDialect(options), appMigrations, clock);
  return new Kysely<AppTables>({ dialect: sqliteDialect(options) });
}

/** Opens (and creates) the audit log's own file: every commit is on the disk before it returns. */
export async function openAuditDatabase(path: string, clock: Clock): Promise<AuditDatabase> {
  const options: SqliteOptions = { path, synchronous: 'full', keepStatements: true, checkpointPages: 4000 };
  await migrate(sqliteDialect(options), auditMigrations, clock);
  return new Kysely<AuditTables>({ dialect: sqliteDialect(options) });
}

/** Opens (and creates) the content keys' own file: what is deleted from it is overwritten, and durable at once. */
export async function openKeysDatabase(path: string, clock: Clock): Promise<KeysDatabase> {
  const options: SqliteOptions = { path, synchronous: 'full', secureDelete: true };
  await migrate(sqliteDialect(options), keysMigrations, clock);
  return new Kysely<KeysTables>({ dialect: sqliteDialect(options) });
}

/** Opens (and creates) the file with the keys of the audit log's contents, under the same terms. */
export async function openAuditKeysDatabase(path: string, clock: Clock): Promise<AuditKeysDatabase> {
  const options: SqliteOptions = { path, synchronous: 'full', secureDelete: true };
  await migrate(sqliteDialect(options), auditKeysMigrations, clock);
  return new Kysely<AuditKeysTables>({ dialect: sqliteDialect(options) });
}

/** Opens an audit log to read it only. The file must exist. */
export function openAuditCopy(path: string): AuditDatabase {
  return new Kysely<AuditTables>({ dialect: sqliteDialect({ path, synchronous: 'full', readonly: true }) });
}
