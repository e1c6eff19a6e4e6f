import type { AppDatabase } from '../../db/database.ts';
import type { SourceItemsTable } from '../../db/tables.ts';

/** What is known of an item since it was last read. */
export interface KnownItem {
  /** Names it in its source. */
  readonly id: string;
  readonly path: string;
  readonly revision: string;
  /** The document that was made of it, by this or an earlier revision. */
  readonly document?: string;
  /** Why this revision could not be made a document. */
  readonly failure?: { readonly code: string; readonly reason: string };
}

/** Remembers what was read from each source, so that what is unchanged is not read again. */
export interface SourceItems {
  list(source: string): Promise<readonly KnownItem[]>;
  put(source: string, item: KnownItem): Promise<void>;
  forget(source: string, id: string): Promise<void>;
}

export function createSourceItems(db: AppDatabase): SourceItems {
  return {
    async list(source) {
      const rows = await db.selectFrom('source_items').selectAll().where('source_id', '=', source).execute();
      return rows.map(itemOf);
    },
    async put(source, { id, path, revision, document, failure }) {
      const facts = {
        path,
        revision,
        document_id: document ?? null,
        code: failure?.code ?? null,
        reason: failure?.reason ?? null,
      };
      await db
        .insertInto('source_items')
        .values({ source_id: source, item_id: id, ...facts })
        .onConflict((conflict) => conflict.columns(['source_id', 'item_id']).doUpdateSet(facts))
        .execute();
    },
    async forget(source, id) {
      await db.deleteFrom('source_items').where('source_id', '=', source).where('item_id', '=', id).execute();
    },
  };
}

function itemOf({
  item_id: id,
  path,
  revision,
  document_id: document,
  code,
  reason,
}: SourceItemsTable): KnownItem {
  return {
    id,
    path,
    revision,
    ...(document === null ? {} : { document }),
    ...(code === null || reason === null ? {} : { failure: { code, reason } }),
  };
}
