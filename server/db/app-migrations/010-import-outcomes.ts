import type { Migration, SchemaHolder } from '../migrator.ts';

/** What an import has to tell when it is done. */
export const importOutcomes: Migration = {
  id: 10,
  name: 'import-outcomes',
  async up(db: SchemaHolder) {
    await db.schema.alterTable('jobs').addColumn('outcome', 'text').execute();
  },
};
