import type { Migration, SchemaHolder } from '../migrator.ts';

/**
 * The number alone keeps the chain from forking: it is unique, and an entry is made from the head that its own
 * transaction has read. Unique hashes would add nothing but random writes, which halve the appends per second.
 */
export const init: Migration = {
  id: 1,
  name: 'init',
  async up(db: SchemaHolder) {
    await db.schema
      .createTable('audit_entries')
      .addColumn('seq', 'integer', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('prev', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('exchange', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('leaf', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('audit_entries_exchange').on('audit_entries').column('exchange').execute();
    await db.schema.createIndex('audit_entries_type').on('audit_entries').column('type').execute();
  },
};
