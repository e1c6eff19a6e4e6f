import type { Migration, SchemaHolder } from '../migrator.ts';

/** What takes two people: who asked for it, and who decided. */
export const approvals: Migration = {
  id: 14,
  name: 'approvals',
  async up(db: SchemaHolder) {
    await db.schema
      .createTable('approvals')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('terms', 'text')
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('asked_by', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'text')
      .execute();
    await db.schema.createIndex('approvals_asked_at').on('approvals').columns(['asked_at', 'id']).execute();
  },
};
