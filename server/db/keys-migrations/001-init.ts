import type { Migration, SchemaHolder } from '../migrator.ts';

export const init: Migration = {
  id: 1,
  name: 'init',
  async up(db: SchemaHolder) {
    await db.schema
      .createTable('content_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('wrapped', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
  },
};
