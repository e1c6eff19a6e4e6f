import type { Kysely } from 'kysely';
import type { AppTables } from '../db/tables.ts';
import { bandsOf, decodeSignature, resemblance, type Signature } from './minhash.ts';

/** Share of the shingles from which on one document repeats another. */
const NEAR = 0.8;
/** Likely pairs that are looked at. */
const MOST_LIKELY = 200;

/** A document whose text another repeats. */
export interface Duplicate {
  readonly document: string;
  readonly kind: 'exact' | 'near';
}

interface Compared {
  readonly id: string;
  readonly digest: string;
  readonly signature: Signature | undefined;
}

/**
 * The document that this one repeats: the same bytes under another source first, else the one it resembles most. Where
 * that is itself a duplicate, the one it repeats, so that all of a kind name the same document.
 */
export async function findDuplicate(
  db: Kysely<AppTables>,
  { id, digest, signature }: Compared,
): Promise<Duplicate | undefined> {
  const exact = await db
    .selectFrom('documents')
    .select(['id', 'duplicate_of'])
    .where('digest', '=', digest)
    .where('id', '!=', id)
    .orderBy('created_at')
    .orderBy('id')
    .limit(2)
    .execute();
  const same = rootOf(exact[0], id);
  if (same !== undefined) return { document: same, kind: 'exact' };
  const near = signature === undefined ? undefined : await findNearest(db, id, signature);
  return near === undefined ? undefined : { document: near, kind: 'near' };
}

async function findNearest(
  db: Kysely<AppTables>,
  id: string,
  signature: Signature,
): Promise<string | undefined> {
  const rows = await db
    .selectFrom('document_bands')
    .innerJoin('documents', 'documents.id', 'document_bands.document_id')
    .select(['documents.id', 'documents.duplicate_of', 'documents.signature'])
    .distinct()
    .where('document_bands.band', 'in', bandsOf(signature))
    .where('documents.id', '!=', id)
    .orderBy('documents.id')
    .limit(MOST_LIKELY)
    .execute();
  const likely = rows
    .map((row) => ({ row, share: shareOf(row.signature, signature) }))
    .filter(({ share }) => share >= NEAR)
    .toSorted((one, other) => other.share - one.share);
  return rootOf(likely[0]?.row, id);
}

function shareOf(stored: string | null, signature: Signature): number {
  const decoded = stored === null ? undefined : decodeSignature(stored);
  return decoded === undefined ? 0 : resemblance(decoded, signature);
}

/** A document never becomes a duplicate of itself, whichever way round the two were found. */
function rootOf(
  found: { readonly id: string; readonly duplicate_of: string | null } | undefined,
  self: string,
): string | undefined {
  if (found === undefined) return undefined;
  return found.duplicate_of === null || found.duplicate_of === self ? found.id : found.duplicate_of;
}

/** Keeps what later documents are compared with. */
export async function keepBands(
  db: Kysely<AppTables>,
  document: string,
  signature: Signature | undefined,
): Promise<void> {
  await db.deleteFrom('document_bands').where('document_id', '=', document).execute();
  if (signature === undefined) return;
  const values = bandsOf(signature).map((band) => ({ document_id: document, band }));
  await db.insertInto('document_bands').values(values).execute();
}

/** What repeated a document that is gone repeats the oldest among themselves from now on. */
export async function promoteDuplicates(db: Kysely<AppTables>, gone: string): Promise<void> {
  const heir = await db
    .selectFrom('documents')
    .select('id')
    .where('duplicate_of', '=', gone)
    .where('id', '!=', gone)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (heir === undefined) return;
  await db.updateTable('documents').set({ duplicate_of: null }).where('id', '=', heir.id).execute();
  await db.updateTable('documents').set({ duplicate_of: heir.id }).where('duplicate_of', '=', gone).execute();
}
