import type { Kysely } from 'kysely';
import type { AppTables } from '../../db/tables.ts';
import { AppError } from '../../errors.ts';
import { encodeVector } from '../../util/vector.ts';
import { type FaqEntry, type FaqVersion, wordingsOf } from './faq-entry.ts';
import { readEntry } from './faq-rows.ts';
import { draftOf, type FaqStoreContext, wrongState } from './faq-store.ts';

export interface ApprovalRow {
  readonly approver: string;
  /** Digest of what the approver has read. */
  readonly digest: string;
  readonly vectors: readonly Float32Array[];
  readonly embedder: string;
}

/**
 * Makes the reviewed draft the version that answers. Held here as well as by policy: nobody approves what they wrote, nor
 * another text than they have read.
 * @throws AppError ERR_FAQ_STATE, ERR_POLICY_DENIED
 */
export async function approveDraft(
  { db, clock }: FaqStoreContext,
  id: string,
  { approver, digest, vectors, embedder }: ApprovalRow,
): Promise<FaqEntry> {
  const now = clock.now().toISOString();
  return db.transaction().execute(async (transaction) => {
    const { draft, live } = await readReviewed(transaction, id);
    if (draft.authors.includes(approver)) throw ownWork();
    if (draft.digest !== digest) throw wrongState('It was changed since you opened it. Read it again.');
    if (draft.expiresAt <= now) throw wrongState('It has expired already. Set a later date first.');
    if (live !== undefined) await endVersion(transaction, id, live.version, 'replaced');
    await transaction
      .updateTable('faq_versions')
      .set({ state: 'approved', approved_by: approver, approved_at: now, updated_at: now })
      .where('entry_id', '=', id)
      .where('version', '=', draft.version)
      .execute();
    await transaction
      .updateTable('faq_entries')
      .set({
        live_version: draft.version,
        live_readers: JSON.stringify(draft.readers),
        expires_at: draft.expiresAt,
        draft_version: null,
        draft_state: null,
        draft_readers: null,
        updated_at: now,
      })
      .where('id', '=', id)
      .execute();
    await replacePhrases(transaction, id, wordingsOf(draft), vectors, embedder);
    return readEntry(transaction, id);
  });
}

async function readReviewed(
  db: Kysely<AppTables>,
  id: string,
): Promise<{ draft: FaqVersion; live: FaqVersion | undefined }> {
  const entry = await readEntry(db, id);
  return { draft: draftOf(entry, 'in-review'), live: entry.live };
}

/** Takes the approved version out of use; a draft stays. @throws AppError ERR_FAQ_STATE */
export async function retireEntry({ db, clock }: FaqStoreContext, id: string): Promise<FaqEntry> {
  return db.transaction().execute(async (transaction) => {
    const { live } = await readEntry(transaction, id);
    if (live === undefined) throw wrongState('There is no approved answer to retire.');
    await endVersion(transaction, id, live.version, 'retired');
    await transaction
      .updateTable('faq_entries')
      .set({
        live_version: null,
        live_readers: null,
        expires_at: null,
        updated_at: clock.now().toISOString(),
      })
      .where('id', '=', id)
      .execute();
    await transaction.deleteFrom('faq_phrases').where('entry_id', '=', id).execute();
    return readEntry(transaction, id);
  });
}

async function endVersion(
  db: Kysely<AppTables>,
  id: string,
  version: number,
  state: 'replaced' | 'retired',
): Promise<void> {
  await db
    .updateTable('faq_versions')
    .set({ state })
    .where('entry_id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** Writes the wordings by which an entry is found. */
export async function replacePhrases(
  db: Kysely<AppTables>,
  id: string,
  wordings: readonly string[],
  vectors: readonly Float32Array[],
  embedder: string,
): Promise<void> {
  await db.deleteFrom('faq_phrases').where('entry_id', '=', id).execute();
  const rows = wordings.map((text, position) => ({
    entry_id: id,
    position,
    text,
    embedding: encodeVector(vectors[position] ?? new Float32Array()),
    embedder,
  }));
  await db.insertInto('faq_phrases').values(rows).execute();
}

function ownWork(): AppError {
  return new AppError('ERR_POLICY_DENIED', 'Somebody who has not written at it must approve it.', {
    status: 403,
  });
}
