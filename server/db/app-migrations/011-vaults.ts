import type { Migration, SchemaHolder } from '../migrator.ts';

export const vaults: Migration = {
  id: 11,
  name: 'vaults',
  async up(db: SchemaHolder) {
    await db.schema
      .createTable('vaults')
      .addColumn('conversation_id', 'text', (column) =>
        column.primaryKey().references('conversations.id').onDelete('cascade'),
      )
      .addColumn('sealed_key', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('vaults_used').on('vaults').column('used_at').execute();
    await db.schema
      .createTable('vault_values')
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('vaults.conversation_id').onDelete('cascade'),
      )
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('form', 'integer', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('vault_values_key', ['conversation_id', 'label', 'number', 'form'])
      .execute();
  },
};
