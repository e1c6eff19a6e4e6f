import type { Migration, SchemaHolder } from '../migrator.ts';

/** What the upkeep of collections needs: when they changed, what their jobs are about, and counts without a full scan. */
export const knowledgeUpkeep: Migration = {
  id: 3,
  name: 'knowledge-upkeep',
  async up(db: SchemaHolder) {
    await db.schema.alterTable('collections').addColumn('changed_at', 'text').execute();
    await db.schema.alterTable('jobs').addColumn('collection_id', 'text').execute();
    await db.schema.alterTable('jobs').addColumn('stage', 'text').execute();
    await db.schema.alterTable('jobs').addColumn('error_code', 'text').execute();
    await db.schema
      .alterTable('jobs')
      .addColumn('retryable', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createIndex('jobs_owner')
      .on('jobs')
      .columns(['created_by', 'created_at', 'id'])
      .execute();
    await db.schema.createIndex('chunks_collection').on('chunks').column('collection_id').execute();
    await db.schema
      .createIndex('chunks_reading_order')
      .on('chunks')
      .columns(['document_id', 'position'])
      .execute();
  },
};
