import { type Dialect, Kysely } from 'kysely';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import type { SchemaMigrationsTable } from './tables.ts';

/** The schema builder of a migration's transaction. */
export type SchemaHolder = Pick<Kysely<unknown>, 'schema'>;

/** What a migration may use: the schema builder, and plain SQL where rows must follow the schema. */
export type MigrationHolder = SchemaHolder & Pick<Kysely<unknown>, 'getExecutor'>;

/** One numbered, forward-only change of a schema. Migrations are listed by hand, never found by scanning a folder. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  up(db: MigrationHolder): Promise<void>;
}

interface MigrationTables {
  schema_migrations: SchemaMigrationsTable;
}

/**
 * Brings a database to the newest schema, each migration in its own transaction, over a connection of its own.
 * @throws AppError ERR_DB_NEWER when the database knows a migration that this code does not.
 */
export async function migrate(
  dialect: Dialect,
  migrations: readonly Migration[],
  clock: Clock,
): Promise<void> {
  const db = new Kysely<MigrationTables>({ dialect });
  try {
    const applied = await readApplied(db);
    refuseNewer(applied, migrations);
    for (const migration of migrations) {
      if (!applied.has(migration.id)) await apply(db, migration, clock);
    }
  } finally {
    await db.destroy();
  }
}

async function readApplied(db: Kysely<MigrationTables>): Promise<ReadonlySet<number>> {
  await db.schema
    .createTable('schema_migrations')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  const rows = await db.selectFrom('schema_migrations').select('id').execute();
  return new Set(rows.map((row) => row.id));
}

function refuseNewer(applied: ReadonlySet<number>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.id));
  const unknown = [...applied].find((id) => !known.has(id));
  if (unknown === undefined) return;
  throw new AppError(
    'ERR_DB_NEWER',
    `The database has migration ${unknown}, which this version does not know. Run the newer version, or restore a back-up made by this one.`,
  );
}

async function apply(db: Kysely<MigrationTables>, migration: Migration, clock: Clock): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('schema_migrations')
      .values({ id: migration.id, name: migration.name, applied_at: clock.now().toISOString() })
      .execute();
    await migration.up(transaction);
  });
}
