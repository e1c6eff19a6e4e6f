/**
 * Everything a log's database consists of, as SQLite spells it. A view, trigger or generated column could show the
 * verifier other rows than the ones that were hashed, so anything else is refused.
 */
const required: ReadonlyMap<string, string> = new Map([
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

/** Tables that newer versions add. A log that none of them has opened yet is without them. */
const added: ReadonlyMap<string, string> = new Map([
  ['audit_content', 'CREATE TABLE "audit_content" ("seq" integer primary key, "sealed" text not null)'],
]);

/** A row of `sqlite_schema`; in a damaged file either may be something else than text, which comes as ''. */
export interface SchemaRow {
  readonly name: string;
  readonly sql: string;
}

/** What is wrong with the schema of a database that should be an audit log; empty when nothing is. */
export function compareSchema(rows: readonly SchemaRow[]): string[] {
  const names = rows.map(({ name }) => name);
  const foreign = rows.filter(
    ({ name, sql }, index) =>
      (required.get(name) ?? added.get(name)) !== sql || names.indexOf(name) !== index,
  );
  const missing = [...required.keys()].filter((name) => !names.includes(name));
  return [
    ...foreign.map(
      ({ name }) => `${JSON.stringify(name)} is not part of an audit log, or has another definition`,
    ),
    ...missing.map((name) => `${name} is missing`),
  ];
}
