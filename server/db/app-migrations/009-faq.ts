import type { Migration, SchemaHolder } from '../migrator.ts';

/** Approved question–answer pairs with their versions, and the questions that nothing answered. */
export const faq: Migration = {
  id: 9,
  name: 'faq',
  async up(db: SchemaHolder) {
    await createEntries(db);
    await createVersions(db);
    await createPhrases(db);
    await createGaps(db);
  },
};

async function createEntries(db: SchemaHolder): Promise<void> {
  await db.schema
    .createTable('faq_entries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) =>
      column.notNull().references('collections.id').onDelete('cascade'),
    )
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('live_version', 'integer')
    .addColumn('live_readers', 'text')
    .addColumn('expires_at', 'text')
    .addColumn('draft_version', 'integer')
    .addColumn('draft_readers', 'text')
    .addColumn('draft_state', 'text')
    .addColumn('gap_id', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('faq_entries_list')
    .on('faq_entries')
    .columns(['collection_id', 'updated_at', 'id'])
    .execute();
}

async function createVersions(db: SchemaHolder): Promise<void> {
  await db.schema
    .createTable('faq_versions')
    .addColumn('entry_id', 'text', (column) =>
      column.notNull().references('faq_entries.id').onDelete('cascade'),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('contents', 'text', (column) => column.notNull())
    .addColumn('authors', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('approved_by', 'text')
    .addColumn('approved_at', 'text')
    .addPrimaryKeyConstraint('faq_versions_key', ['entry_id', 'version'])
    .execute();
}

async function createPhrases(db: SchemaHolder): Promise<void> {
  await db.schema
    .createTable('faq_phrases')
    .addColumn('entry_id', 'text', (column) =>
      column.notNull().references('faq_entries.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('embedding', 'text', (column) => column.notNull())
    .addColumn('embedder', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('faq_phrases_key', ['entry_id', 'position'])
    .execute();
}

async function createGaps(db: SchemaHolder): Promise<void> {
  await db.schema
    .createTable('gaps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('contents', 'text', (column) => column.notNull())
    .addColumn('declined', 'integer', (column) => column.notNull())
    .addColumn('unsure', 'integer', (column) => column.notNull())
    .addColumn('disliked', 'integer', (column) => column.notNull())
    .addColumn('dismissal', 'text')
    .addColumn('first_asked_at', 'text', (column) => column.notNull())
    .addColumn('last_asked_at', 'text', (column) => column.notNull())
    .addColumn('reopened_at', 'text')
    .execute();
  await db.schema.createIndex('gaps_last_asked').on('gaps').columns(['last_asked_at', 'id']).execute();
  await db.schema
    .createTable('gap_days')
    .addColumn('gap_id', 'text', (column) => column.notNull().references('gaps.id').onDelete('cascade'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('gap_days_key', ['gap_id', 'day'])
    .execute();
}
