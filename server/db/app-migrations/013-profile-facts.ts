import type { Migration, SchemaHolder } from '../migrator.ts';

/** With which profile an exchange was masked, so that figures can be told apart by profile. */
export const profileFacts: Migration = {
  id: 13,
  name: 'profile-facts',
  async up(db: SchemaHolder) {
    await db.schema.alterTable('exchange_facts').addColumn('mask_profile', 'text').execute();
  },
};
