import type { Migration } from '../migrator.ts';

/** Question sets, evaluation runs with the result of each question, and what support a collection demands. */
export const evaluations: Migration = {
  id: 7,
  name: 'evaluations',
  async up(db) {
    await db.schema
      .createTable('abstention_thresholds')
      .addColumn('collection_id', 'text', (column) =>
        column.primaryKey().references('collections.id').onDelete('cascade'),
      )
      .addColumn('threshold', 'real', (column) => column.notNull())
      .addColumn('run_id', 'text')
      .addColumn('set_by', 'text', (column) => column.notNull())
      .addColumn('set_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('evaluation_sets')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('collection_id', 'text', (column) =>
        column.notNull().references('collections.id').onDelete('cascade'),
      )
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('evaluation_sets_collection')
      .on('evaluation_sets')
      .column('collection_id')
      .execute();
    await db.schema
      .createTable('evaluation_questions')
      .addColumn('set_id', 'text', (column) =>
        column.notNull().references('evaluation_sets.id').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('document', 'text')
      .addColumn('sentence', 'text')
      .addPrimaryKeyConstraint('evaluation_questions_key', ['set_id', 'position'])
      .execute();
    await db.schema
      .createTable('evaluation_runs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('collection_id', 'text', (column) =>
        column.notNull().references('collections.id').onDelete('cascade'),
      )
      .addColumn('set_id', 'text', (column) => column.references('evaluation_sets.id').onDelete('set null'))
      .addColumn('set_name', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('figures', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('evaluation_runs_collection')
      .on('evaluation_runs')
      .columns(['collection_id', 'created_at', 'id'])
      .execute();
    await db.schema
      .createTable('evaluation_results')
      .addColumn('run_id', 'text', (column) =>
        column.notNull().references('evaluation_runs.id').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('result', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('evaluation_results_key', ['run_id', 'position'])
      .execute();
  },
};
