import type { Migration } from '../migrator.ts';

/** Figures about exchanges, without whose they were or what was said. */
export const insights: Migration = {
  id: 5,
  name: 'insights',
  async up(db) {
    await db.schema
      .createTable('exchange_facts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('model', 'text')
      .addColumn('decision', 'text')
      .addColumn('code', 'text')
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('ms', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('exchange_facts_at').on('exchange_facts').column('at').execute();
    await db.schema
      .createTable('masked_facts')
      .addColumn('fact_id', 'text', (column) =>
        column.notNull().references('exchange_facts.id').onDelete('cascade'),
      )
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('masked_facts_key', ['fact_id', 'type'])
      .execute();
    await db.schema.createIndex('masked_facts_at').on('masked_facts').column('at').execute();
    await db.schema
      .createTable('rating_facts')
      .addColumn('turn_id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('rating', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('rating_facts_at').on('rating_facts').column('at').execute();
  },
};
