import { sql } from 'kysely';
import type { Migration, MigrationHolder } from '../migrator.ts';

/**
 * Copies of leaf fields to search by. Model and decision are in few entries, so their indexes hold only those: an
 * append pays for each index it touches.
 */
export const searchColumns: Migration = {
  id: 2,
  name: 'search-columns',
  async up(db) {
    for (const column of ['actor', 'model', 'decision'])
      await db.schema.alterTable('audit_entries').addColumn(column, 'text').execute();
    await fill(db);
    for (const column of ['actor', 'at'])
      await db.schema.createIndex(`audit_entries_${column}`).on('audit_entries').column(column).execute();
    for (const column of ['model', 'decision'])
      await db.schema
        .createIndex(`audit_entries_${column}`)
        .on('audit_entries')
        .column(column)
        .where(sql.ref(column), 'is not', null)
        .execute();
  },
};

const PAGE_ROWS = 1000;

/** The leaf itself is not touched. What cannot be read stays without copies, and verification reports it. */
async function fill(db: MigrationHolder): Promise<void> {
  for (let after = 0; ;) {
    const { rows } = await sql<{ seq: number; leaf: string }>`
      SELECT seq, leaf FROM audit_entries WHERE seq > ${after} ORDER BY seq LIMIT ${PAGE_ROWS}`.execute(db);
    for (const { seq, leaf } of rows) {
      const { actor, model, decision } = copiesOf(leaf);
      if (actor === null && model === null && decision === null) continue;
      await sql`
        UPDATE audit_entries SET actor = ${actor}, model = ${model}, decision = ${decision}
        WHERE seq = ${seq}`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

type Copies = Readonly<Record<'actor' | 'model' | 'decision', string | null>>;

function copiesOf(text: string): Copies {
  const leaf = parseObject(text);
  const signed = leaf['type'] === 'auth.signed-in' || leaf['type'] === 'auth.signed-out';
  return {
    actor: textOf(signed ? leaf['user'] : idOf(leaf['actor'])),
    model: textOf(typeof leaf['model'] === 'string' ? leaf['model'] : idOf(leaf['model'])),
    decision: textOf(leaf['decision']),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function idOf(value: unknown): unknown {
  return isObject(value) ? value['id'] : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
