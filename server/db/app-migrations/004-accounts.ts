import type { Migration } from '../migrator.ts';

/**
 * What a person did with the account, and sessions with an id that may be shown. Sessions made before have none,
 * so they end here: everybody signs in once more.
 */
export const accounts: Migration = {
  id: 4,
  name: 'accounts',
  async up(db) {
    await db.schema.alterTable('users').addColumn('last_sign_in_at', 'text').execute();
    await db.schema.alterTable('users').addColumn('password_chosen_at', 'text').execute();
    await db.schema.dropTable('sessions').execute();
    await db.schema
      .createTable('sessions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('id_hash', 'text', (column) => column.notNull().unique())
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('last_seen_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sessions_user').on('sessions').column('user_id').execute();
    await db.schema
      .createTable('guides')
      .addColumn('user_id', 'text', (column) =>
        column.primaryKey().references('users.id').onDelete('cascade'),
      )
      .addColumn('skipped', 'integer', (column) => column.notNull())
      .execute();
  },
};
