import type { AuditDatabase } from '../../db/database.ts';
import { parseLeaf } from '../leaf.ts';
import type { Content } from './content.ts';
import type { KeyStore } from './key-store.ts';
import { type ContentPlace, keyIdOf, openContent } from './seal-content.ts';
import { findSubjectBox } from './subject-key.ts';
import type { RandomBytes } from '../../util/random.ts';
import type { Commitment } from '../commitment.ts';

/** A sealed content with the entry it stands beside. */
export interface SealedRow {
  readonly seq: number;
  readonly leaf: string;
  readonly sealed: string;
}

export interface OpenedContent {
  /** Id of its key. */
  readonly key: string;
  readonly content: Content;
}

/** Sealed contents of entries after `seq`, oldest first. */
export function sealedAfter(db: AuditDatabase, seq: number, limit: number): Promise<SealedRow[]> {
  return selectSealed(db)
    .where('audit_content.seq', '>', seq)
    .orderBy('audit_content.seq')
    .limit(limit)
    .execute();
}

export function sealedOf(db: AuditDatabase, seq: number): Promise<SealedRow | undefined> {
  return selectSealed(db).where('audit_content.seq', '=', seq).executeTakeFirst();
}

// Keeps its inferred type: writing Kysely's builder types out would say less.
function selectSealed(db: AuditDatabase) {
  return db
    .selectFrom('audit_content')
    .innerJoin('audit_entries', 'audit_entries.seq', 'audit_content.seq')
    .select(['audit_content.seq', 'audit_entries.leaf', 'audit_content.sealed']);
}

/**
 * Opens a content and holds it against its entry.
 * @returns undefined when its key was destroyed
 * @throws Error when it was changed or is not that of the entry
 */
export async function readContent(
  store: KeyStore,
  random: RandomBytes,
  row: SealedRow,
): Promise<OpenedContent | undefined> {
  const { place, commitment } = committedIn(row);
  const sealed = Buffer.from(row.sealed, 'base64');
  const id = keyIdOf(sealed);
  const key = await findKey(store, random, id);
  if (key === undefined) return undefined;
  const content = openContent(key, place, sealed, commitment);
  key.fill(0);
  return { key: id, content };
}

function findKey(store: KeyStore, random: RandomBytes, id: string): Promise<Buffer | undefined> {
  return store.db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('audit_content_keys')
      .select(['subject', 'wrapped'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const box = await findSubjectBox(transaction, await store.epochBox(transaction), row.subject, random);
    return box?.open(Buffer.from(row.wrapped, 'base64'), id);
  });
}

function committedIn({ seq, leaf: text }: SealedRow): {
  place: ContentPlace;
  commitment: Pick<Commitment, 'c' | 'ct'>;
} {
  const leaf = parseLeaf(JSON.parse(text));
  if (leaf !== undefined && 'exchange' in leaf) {
    const { origin, exchange } = leaf;
    const field = 'prompt' in leaf ? 'prompt' : 'answer';
    const commitment = 'prompt' in leaf ? leaf.prompt : 'answer' in leaf ? leaf.answer : undefined;
    if (commitment?.ct !== undefined)
      return { place: { origin, seq, field, exchange }, commitment: { c: commitment.c, ct: commitment.ct } };
  }
  throw new Error(`Entry ${seq} commits to no content.`);
}
