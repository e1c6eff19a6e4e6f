import { CompiledQuery, sql } from 'kysely';
import type { AuditDatabase } from '../db/database.ts';
import type { AuditContentTable, AuditEntriesTable } from '../db/tables.ts';
import type { StampedEntry } from './draft.ts';
import type { LogHead } from './log-file.ts';

// As plain statements: the query builder's transactions cost an append a tenth of its time, and only they can take the
// write lock before the head is read. Nothing is rolled back here, for closing the file does it.
export const begin = CompiledQuery.raw('begin immediate');
export const commit = CompiledQuery.raw('commit');

export interface AppendStatements {
  readonly head: CompiledQuery<LogHead>;
  /** What stores an entry, with its content, or with what it erases. */
  of(row: StampedEntry): CompiledQuery[];
}

const entryColumns = [
  'seq',
  'hash',
  'prev',
  'type',
  'exchange',
  'at',
  'actor',
  'model',
  'decision',
  'leaf',
] as const satisfies readonly (keyof AuditEntriesTable)[];

const contentColumns = ['seq', 'sealed'] as const satisfies readonly (keyof AuditContentTable)[];

/** The statements of every append, put together once: building them anew costs as much as a fast disk's sync. */
export function compileStatements(db: AuditDatabase): AppendStatements {
  const insertEntry = compileInsert(db, 'audit_entries', entryColumns);
  const insertContent = compileInsert(db, 'audit_content', contentColumns);
  const { sql: erase } = sql`DELETE FROM audit_content WHERE seq BETWEEN ${0} AND ${0}`.compile(db);
  const entryOf = (row: AuditEntriesTable): CompiledQuery =>
    CompiledQuery.raw(
      insertEntry,
      entryColumns.map((column) => row[column]),
    );
  return {
    head: db.selectFrom('audit_entries').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).compile(),
    of({ entry, content, erased = [] }) {
      const statements = [entryOf(entry)];
      if (content !== undefined)
        statements.push(CompiledQuery.raw(insertContent, [content.seq, content.sealed]));
      for (const range of erased) statements.push(CompiledQuery.raw(erase, [...range]));
      return statements;
    },
  };
}

function compileInsert(db: AuditDatabase, table: string, columns: readonly string[]): string {
  const { sql: insert } = sql`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    VALUES (${sql.join(columns.map(() => null))})`.compile(db);
  return insert;
}
