import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { AppDatabase } from '../db/database.ts';
import type { CollectionsTable } from '../db/knowledge-tables.ts';
import type { AppTables } from '../db/tables.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import {
  assertCollectionId,
  type Collection,
  type CollectionChange,
  type Masking,
  maskings,
  type NewCollection,
} from './collection.ts';
import { promoteDuplicates } from './find-duplicate.ts';
import { parseReaders } from './readers.ts';

const masking = z.enum(maskings);

export async function listCollections(db: AppDatabase): Promise<Collection[]> {
  const rows = await db.selectFrom('collections').selectAll().orderBy('id').execute();
  return rows.map(collectionOf);
}

/** @throws AppError ERR_NOT_FOUND */
export async function readMasking(db: AppDatabase, id: string): Promise<Masking> {
  const row = await db.selectFrom('collections').select('masking').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('ERR_NOT_FOUND', 'There is no such collection.', { status: 404 });
  return masking.parse(row.masking);
}

/** @throws AppError ERR_REQUEST_INVALID when the id is malformed (400) or taken (409). */
export async function insertCollection(
  db: AppDatabase,
  clock: Clock,
  collection: NewCollection,
): Promise<Collection> {
  assertCollectionId(collection.id);
  const row = {
    id: collection.id,
    name: collection.name,
    classification: collection.classification,
    masking: collection.masking ?? 'at-use',
    readers: JSON.stringify(collection.readers),
    created_at: clock.now().toISOString(),
    changed_at: null,
  };
  const result = await db
    .insertInto('collections')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 0n) {
    throw new AppError('ERR_REQUEST_INVALID', 'A collection with this id exists.', {
      status: 409,
      param: 'id',
    });
  }
  return collectionOf(row);
}

/** @throws AppError ERR_NOT_FOUND */
export async function updateCollection(
  db: AppDatabase,
  clock: Clock,
  id: string,
  change: CollectionChange,
): Promise<Collection> {
  const { name, classification, readers } = change;
  const row = await db
    .updateTable('collections')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(classification === undefined ? {} : { classification }),
      ...(readers === undefined ? {} : { readers: JSON.stringify(readers) }),
      changed_at: clock.now().toISOString(),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('ERR_NOT_FOUND', 'There is no such collection.', { status: 404 });
  return collectionOf(row);
}

/** Deletes a collection with its documents and chunks. Returns the ids of the documents. */
export async function deleteCollection(db: AppDatabase, id: string): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('documents')
      .select('id')
      .where('collection_id', '=', id)
      .execute();
    await transaction.deleteFrom('collections').where('id', '=', id).execute();
    for (const row of rows) await promoteDuplicates(transaction, row.id);
    return rows.map((row) => row.id);
  });
}

/** Notes that something in a collection has changed. */
export async function touchCollection(db: Kysely<AppTables>, id: string, now: string): Promise<void> {
  await db.updateTable('collections').set({ changed_at: now }).where('id', '=', id).execute();
}

function collectionOf(row: Selectable<CollectionsTable>): Collection {
  return {
    id: row.id,
    name: row.name,
    classification: row.classification,
    masking: masking.parse(row.masking),
    readers: parseReaders(row.readers),
    createdAt: row.created_at,
    changedAt: row.changed_at ?? row.created_at,
  };
}
