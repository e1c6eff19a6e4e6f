import type { Kysely, Selectable } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import type { DocumentsTable } from '../db/knowledge-tables.ts';
import type { AppTables } from '../db/tables.ts';
import { dropEmptyGroups, keepAccessGroup } from './access-group.ts';
import { touchCollection } from './collection-store.ts';
import type { DocumentChange, OwnAccess } from './document.ts';
import { parseReaders } from './readers.ts';

/** Whether a change says anything at all. */
export function rulesChanged(change: DocumentChange): boolean {
  return Object.values(change).some((value) => value !== undefined);
}

/** Writes what people decided about a document: its title, readers, classification, owner and dates. */
export async function setRules(
  db: Kysely<AppTables>,
  document: Pick<Selectable<DocumentsTable>, 'id' | 'collection_id' | 'access_group'>,
  change: DocumentChange,
): Promise<void> {
  const { id, collection_id: collection, access_group: group } = document;
  const access = changedAccess(await ownAccess(db, group), change);
  const next = await keepAccessGroup(db, collection, access);
  const { title, owner, effectiveAt, expiresAt } = change;
  await db
    .updateTable('documents')
    .set({
      access_group: next,
      ...(title === undefined ? {} : { title, title_chosen: 1 }),
      ...(owner === undefined ? {} : { owner }),
      ...(effectiveAt === undefined ? {} : { effective_at: effectiveAt }),
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
    })
    .where('id', '=', id)
    .execute();
  if (next !== group) await dropEmptyGroups(db, collection);
}

/** False when there is no such document. */
export async function changeDocument(
  db: AppDatabase,
  id: string,
  change: DocumentChange,
  now: string,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('documents')
      .select(['id', 'collection_id', 'access_group'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return false;
    await setRules(transaction, row, change);
    await touchCollection(transaction, row.collection_id, now);
    return true;
  });
}

/** The rules of a document after a change. */
export function changedAccess(held: OwnAccess, { classification, readers }: DocumentChange): OwnAccess {
  return {
    classification: classification === undefined ? held.classification : (classification ?? undefined),
    readers: readers === undefined ? held.readers : (readers ?? undefined),
  };
}

async function ownAccess(db: Kysely<AppTables>, group: string): Promise<OwnAccess> {
  const row = await db
    .selectFrom('access_groups')
    .select(['classification', 'readers'])
    .where('id', '=', group)
    .executeTakeFirst();
  return {
    classification: row?.classification ?? undefined,
    readers: row === undefined || row.readers === null ? undefined : parseReaders(row.readers),
  };
}
