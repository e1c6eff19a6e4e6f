import type { Migration, SchemaHolder } from '../migrator.ts';

export const init: Migration = {
  id: 1,
  name: 'init',
  async up(db: SchemaHolder) {
    await db.schema
      .createTable('audit_key_state')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('index_key', 'text', (column) => column.notNull())
      .addColumn('indexed', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('audit_subject_keys')
      .addColumn('subject', 'text', (column) => column.primaryKey())
      .addColumn('wrapped', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('audit_content_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('wrapped', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer')
      .execute();
    await db.schema
      .createTable('audit_subject_index')
      .addColumn('tag', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_subject_index_key', ['tag', 'seq'])
      .execute();
    await db.schema
      .createTable('audit_erasures')
      .addColumn('request', 'text', (column) => column.primaryKey())
      .addColumn('ranges', 'text', (column) => column.notNull())
      .execute();
    for (const [table, column] of [
      ['audit_content_keys', 'seq'],
      ['audit_content_keys', 'subject'],
      ['audit_subject_index', 'seq'],
    ] as const)
      await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
  },
};
