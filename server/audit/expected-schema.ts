import { sql } from 'kysely';
import { z } from 'zod';
import type { AuditDatabase } from '../db/database.ts';
import { compareSchema } from './verifier/expected-tables.ts';

// In a damaged file a name or a definition may be something else than text, which no log has.
const schemaRows = z.array(z.object({ name: z.string().catch(''), sql: z.string().catch('') }));
const checkRows = z.array(z.object({ integrity_check: z.string() }));

/** What is wrong with the database as such; empty when nothing is. */
export async function findSchemaProblems(db: AuditDatabase): Promise<string[]> {
  const { rows } = await sql`SELECT name, sql FROM sqlite_schema`.execute(db);
  return compareSchema(schemaRows.parse(rows));
}

/** What SQLite finds broken in its own file: pages, indexes, uniqueness. The first ten. */
export async function findDamage(db: AuditDatabase): Promise<string[]> {
  const { rows } = await sql`PRAGMA integrity_check(10)`.execute(db);
  return checkRows
    .parse(rows)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
}
