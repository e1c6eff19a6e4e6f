import type { Migration, SchemaHolder } from '../migrator.ts';

export const conversations: Migration = {
  id: 2,
  name: 'conversations',
  async up(db: SchemaHolder) {
    await db.schema
      .createTable('conversations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('owner_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('conversations_owner')
      .on('conversations')
      .columns(['owner_id', 'updated_at', 'id'])
      .execute();
    await createTurns(db);
    await createFiles(db);
  },
};

async function createTurns(db: SchemaHolder): Promise<void> {
  await db.schema
    .createTable('turns')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation_id', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('contents', 'text', (column) => column.notNull())
    .addColumn('feedback', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('turns_position_unique', ['conversation_id', 'position'])
    .execute();
}

async function createFiles(db: SchemaHolder): Promise<void> {
  await db.schema
    .createTable('conversation_files')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation_id', 'text', (column) =>
      column.notNull().references('conversations.id').onDelete('cascade'),
    )
    .addColumn('contents', 'text', (column) => column.notNull())
    .addColumn('characters', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('conversation_files_conversation')
    .on('conversation_files')
    .column('conversation_id')
    .execute();
}
