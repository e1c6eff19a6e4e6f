import type { Migration, SchemaHolder } from '../migrator.ts';

/** Whether the documents of a collection are masked when they are used, or before they are stored. */
export const maskingInStore: Migration = {
  id: 12,
  name: 'masking-in-store',
  async up(db: SchemaHolder) {
    await db.schema
      .alterTable('collections')
      .addColumn('masking', 'text', (column) => column.notNull().defaultTo('at-use'))
      .execute();
  },
};
