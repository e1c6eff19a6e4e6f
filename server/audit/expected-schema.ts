import { sql } from 'kysely';
import { z } from 'zod';
import type { AuditDatabase } from '../db/database.ts';

/**
 * Everything a log's database consists of, as SQLite spells it. A view, trigger or generated column could show the
 * verifier other rows than the ones that were hashed, so anything else is refused.
 */
const expected: ReadonlyMap<string, string> = new Map([
  [
    'audit_entries',
    'CREATE TABLE "audit_entries" ("seq" integer primary key, "hash" text not null, "prev" text not null, "type" text not null, "exchange" text, "at" text not null, "leaf" text not null, "actor" text, "model" text, "decision" text)',
  ],
  ['audit_entries_actor', 'CREATE INDEX "audit_entries_actor" on "audit_entries" ("actor")'],
  ['audit_entries_at', 'CREATE INDEX "audit_entries_at" on "audit_entries" ("at")'],
  [
    'audit_entries_decision',
    'CREATE INDEX "audit_entries_decision" on "audit_entries" ("decision") where "decision" is not null',
  ],
  ['audit_entries_exchange', 'CREATE INDEX "audit_entries_exchange" on "audit_entries" ("exchange")'],
  [
    'audit_entries_model',
    'CREATE INDEX "audit_entries_model" on "audit_entries" ("model") where "model" is not null',
  ],
  ['audit_entries_type', 'CREATE INDEX "audit_entries_type" on "audit_entries" ("type")'],
  [
    'schema_migrations',
    'CREATE TABLE "schema_migrations" ("id" integer primary key, "name" text not null, "applied_at" text not null)',
  ],
]);

// In a damaged file a name or a definition may be something else than text, which no log has.
const schemaRows = z.array(z.object({ name: z.string().catch(''), sql: z.string().catch('') }));
const checkRows = z.array(z.object({ integrity_check: z.string() }));

/** What is wrong with the database as such; empty when nothing is. */
export async function findSchemaProblems(db: AuditDatabase): Promise<string[]> {
  const { rows } = await sql`SELECT name, sql FROM sqlite_schema`.execute(db);
  const found = new Map(schemaRows.parse(rows).map(({ name, sql: text }) => [name, text]));
  const foreign = [...found].filter(([name, text]) => expected.get(name) !== text);
  const missing = [...expected.keys()].filter((name) => !found.has(name));
  return [
    ...foreign.map(
      ([name]) => `${JSON.stringify(name)} is not part of an audit log, or has another definition`,
    ),
    ...missing.map((name) => `${name} is missing`),
  ];
}

/** What SQLite finds broken in its own file: pages, indexes, uniqueness. The first ten. */
export async function findDamage(db: AuditDatabase): Promise<string[]> {
  const { rows } = await sql`PRAGMA integrity_check(10)`.execute(db);
  return checkRows
    .parse(rows)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
}
