import type { Kysely } from 'kysely';
import type { AppTables } from '../db/tables.ts';
import { sha256Hex } from '../util/hash.ts';
import type { OwnAccess } from './document.ts';
import { parseReaders } from './readers.ts';

/**
 * Documents of one collection that have the same rules of their own. Those without any are the group that has the id of
 * the collection. Who may read is decided per group, of which there are few, and the index filters by group.
 */
export interface AccessGroup extends OwnAccess {
  readonly id: string;
  readonly collection: string;
}

/** The id follows from the rules, so that the index and the database always mean the same by it. */
export function accessGroupId(collection: string, { classification, readers }: OwnAccess): string {
  if (classification === undefined && readers === undefined) return collection;
  const rules = JSON.stringify([classification ?? null, readers?.toSorted() ?? null]);
  return `${collection}_${sha256Hex(rules).slice(0, 16)}`;
}

/** Every group that has rules of its own. */
export async function listAccessGroups(db: Kysely<AppTables>): Promise<AccessGroup[]> {
  const rows = await db.selectFrom('access_groups').selectAll().orderBy('id').execute();
  return rows.map(({ id, collection_id: collection, classification, readers }) => ({
    id,
    collection,
    classification: classification ?? undefined,
    readers: readers === null ? undefined : parseReaders(readers),
  }));
}

/** Makes sure that the group of a document with these rules is there. Returns its id. */
export async function keepAccessGroup(
  db: Kysely<AppTables>,
  collection: string,
  { classification, readers }: OwnAccess,
): Promise<string> {
  const id = accessGroupId(collection, { classification, readers });
  if (id === collection) return id;
  await db
    .insertInto('access_groups')
    .values({
      id,
      collection_id: collection,
      classification: classification ?? null,
      readers: readers === undefined ? null : JSON.stringify(readers.toSorted()),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** Forgets the groups of a collection that no document is in any more. */
export async function dropEmptyGroups(db: Kysely<AppTables>, collection: string): Promise<void> {
  await db
    .deleteFrom('access_groups')
    .where('collection_id', '=', collection)
    .where((query) =>
      query.not(
        query.exists(
          query
            .selectFrom('documents')
            .select('documents.id')
            .whereRef('documents.access_group', '=', 'access_groups.id'),
        ),
      ),
    )
    .execute();
}
