import type { Migration, SchemaHolder } from '../migrator.ts';

/** What entries are about, sealed. Apart from the entries: it can be erased, and they never change. */
export const content: Migration = {
  id: 3,
  name: 'content',
  async up(db: SchemaHolder) {
    await db.schema
      .createTable('audit_content')
      .addColumn('seq', 'integer', (column) => column.primaryKey())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute();
  },
};
