import { sql } from 'kysely';
import type { Migration, MigrationHolder } from '../migrator.ts';

/**
 * What a document is beside its text: who may read it, from when until when, whose it is, where it comes from, its
 * older versions, and what it resembles. Documents of before are as their collection, in effect, and at version 1.
 */
export const documentRecords: Migration = {
  id: 6,
  name: 'document-records',
  async up(db) {
    await extendDocuments(db);
    await createAccessGroups(db);
    await createVersions(db);
    await createBands(db);
  },
};

async function extendDocuments(db: MigrationHolder): Promise<void> {
  const texts = ['owner', 'origin', 'address', 'effective_at', 'expires_at', 'signature', 'duplicate_of'];
  for (const name of texts) await db.schema.alterTable('documents').addColumn(name, 'text').execute();
  const withDefaults = [
    ['access_group', 'text', ''],
    ['updated_at', 'text', ''],
    ['flags', 'text', '[]'],
    ['version', 'integer', 1],
    ['title_chosen', 'integer', 0],
  ] as const;
  for (const [name, type, value] of withDefaults) {
    await db.schema
      .alterTable('documents')
      .addColumn(name, type, (column) => column.notNull().defaultTo(value))
      .execute();
  }
  await sql`UPDATE documents SET access_group = collection_id, updated_at = created_at`.execute(db);
  await db.schema
    .createIndex('documents_access')
    .on('documents')
    .columns(['access_group', 'effective_at', 'expires_at'])
    .execute();
  await db.schema.createIndex('documents_digest').on('documents').column('digest').execute();
  await db.schema.createIndex('documents_duplicate').on('documents').column('duplicate_of').execute();
  await db.schema.createIndex('documents_origin').on('documents').column('origin').execute();
}

async function createAccessGroups(db: MigrationHolder): Promise<void> {
  await db.schema
    .createTable('access_groups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) =>
      column.notNull().references('collections.id').onDelete('cascade'),
    )
    .addColumn('classification', 'text')
    .addColumn('readers', 'text')
    .execute();
  await db.schema
    .createIndex('access_groups_collection')
    .on('access_groups')
    .column('collection_id')
    .execute();
}

async function createVersions(db: MigrationHolder): Promise<void> {
  await db.schema
    .createTable('document_versions')
    .addColumn('document_id', 'text', (column) =>
      column.notNull().references('documents.id').onDelete('cascade'),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('replaced_at', 'text', (column) => column.notNull())
    .addColumn('contents', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_versions_key', ['document_id', 'version'])
    .execute();
}

async function createBands(db: MigrationHolder): Promise<void> {
  await db.schema
    .createTable('document_bands')
    .addColumn('document_id', 'text', (column) =>
      column.notNull().references('documents.id').onDelete('cascade'),
    )
    .addColumn('band', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('document_bands_key', ['document_id', 'band'])
    .execute();
  await db.schema.createIndex('document_bands_band').on('document_bands').column('band').execute();
}
