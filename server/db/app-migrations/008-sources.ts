import type { Migration } from '../migrator.ts';

/** Places that documents come from, what was found there, and how it went. */
export const sources: Migration = {
  id: 8,
  name: 'sources',
  async up(db) {
    await db.schema
      .createTable('sources')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('collection_id', 'text', (column) =>
        column.notNull().references('collections.id').onDelete('cascade'),
      )
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('credentials', 'text')
      .addColumn('interval_seconds', 'integer', (column) => column.notNull())
      .addColumn('defaults', 'text', (column) => column.notNull())
      .addColumn('enabled', 'integer', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('next_run_at', 'text')
      .addColumn('job_id', 'text')
      .addColumn('last_run', 'text')
      .execute();
    await db.schema
      .createTable('source_items')
      .addColumn('source_id', 'text', (column) =>
        column.notNull().references('sources.id').onDelete('cascade'),
      )
      .addColumn('item_id', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('document_id', 'text')
      .addColumn('code', 'text')
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('source_items_key', ['source_id', 'item_id'])
      .execute();
    await db.schema
      .createTable('source_runs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('source_id', 'text', (column) =>
        column.notNull().references('sources.id').onDelete('cascade'),
      )
      .addColumn('ended_at', 'text', (column) => column.notNull())
      .addColumn('run', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('source_runs_source')
      .on('source_runs')
      .columns(['source_id', 'ended_at'])
      .execute();
  },
};
