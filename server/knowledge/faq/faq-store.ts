import type { Kysely } from 'kysely';
import type { AppDatabase } from '../../db/database.ts';
import type { AppTables } from '../../db/tables.ts';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../util/clock.ts';
import { randomId, type RandomBytes } from '../../util/random.ts';
import type { FaqContents, FaqEntry, FaqVersion } from './faq-entry.ts';
import { readEntry } from './faq-rows.ts';

export interface FaqStoreContext {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

export interface NewEntry {
  readonly collection: string;
  readonly author: string;
  readonly contents: FaqContents;
  /** The gap it is written for. */
  readonly gap?: string | undefined;
}

/** A new entry with a first draft. */
export async function insertEntry(context: FaqStoreContext, entry: NewEntry): Promise<FaqEntry> {
  const id = randomId('faq', context.random);
  const now = context.clock.now().toISOString();
  return context.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('faq_entries')
      .values({
        id,
        collection_id: entry.collection,
        question: entry.contents.question,
        live_version: null,
        live_readers: null,
        expires_at: null,
        draft_version: null,
        draft_readers: null,
        draft_state: null,
        gap_id: entry.gap ?? null,
        created_at: now,
        updated_at: now,
      })
      .execute();
    await writeDraft(transaction, { id, version: 1, authors: [entry.author], contents: entry.contents, now });
    return readEntry(transaction, id);
  });
}

/**
 * Writes the draft of an entry, or makes one; what is approved goes on answering. What was in review is a draft again,
 * and whoever wrote at it is one of its authors.
 * @throws AppError ERR_NOT_FOUND
 */
export async function saveDraft(
  { db, clock }: FaqStoreContext,
  id: string,
  author: string,
  contents: FaqContents,
): Promise<FaqEntry> {
  const now = clock.now().toISOString();
  return db.transaction().execute(async (transaction) => {
    const { draft, versions } = await readEntry(transaction, id);
    const version = draft?.version ?? (versions[0]?.version ?? 0) + 1;
    const authors = [...new Set([...(draft?.authors ?? []), author])];
    await writeDraft(transaction, { id, version, authors, contents, now });
    return readEntry(transaction, id);
  });
}

interface DraftRow {
  readonly id: string;
  readonly version: number;
  readonly authors: readonly string[];
  readonly contents: FaqContents;
  readonly now: string;
}

async function writeDraft(
  db: Kysely<AppTables>,
  { id, version, authors, contents, now }: DraftRow,
): Promise<void> {
  const written = {
    state: 'draft',
    contents: JSON.stringify(contents),
    authors: JSON.stringify(authors),
    note: null,
    updated_at: now,
  };
  await db
    .insertInto('faq_versions')
    .values({ entry_id: id, version, ...written, created_at: now, approved_by: null, approved_at: null })
    .onConflict((conflict) => conflict.columns(['entry_id', 'version']).doUpdateSet(written))
    .execute();
  await db
    .updateTable('faq_entries')
    .set({
      question: contents.question,
      draft_version: version,
      draft_state: 'draft',
      draft_readers: JSON.stringify(contents.readers),
      updated_at: now,
    })
    .where('id', '=', id)
    .execute();
}

/** Moves the draft between writing and review; `note` says why it came back. @throws AppError ERR_FAQ_STATE */
export async function moveDraft(
  { db, clock }: FaqStoreContext,
  id: string,
  move: { readonly from: 'draft' | 'in-review'; readonly to: 'draft' | 'in-review'; readonly note?: string },
): Promise<FaqEntry> {
  const now = clock.now().toISOString();
  return db.transaction().execute(async (transaction) => {
    const draft = draftOf(await readEntry(transaction, id), move.from);
    await transaction
      .updateTable('faq_versions')
      .set({ state: move.to, note: move.note ?? null, updated_at: now })
      .where('entry_id', '=', id)
      .where('version', '=', draft.version)
      .execute();
    await transaction
      .updateTable('faq_entries')
      .set({ draft_state: move.to, updated_at: now })
      .where('id', '=', id)
      .execute();
    return readEntry(transaction, id);
  });
}

/** Takes the draft away; an entry that was never approved goes with it, and then the result is undefined. */
export async function discardDraft(
  { db, clock }: FaqStoreContext,
  id: string,
): Promise<FaqEntry | undefined> {
  return db.transaction().execute(async (transaction) => {
    const { draft, versions } = await readEntry(transaction, id);
    if (draft === undefined) throw wrongState('There is no draft.');
    if (versions.length === 1) {
      await transaction.deleteFrom('faq_entries').where('id', '=', id).execute();
      return undefined;
    }
    await transaction
      .deleteFrom('faq_versions')
      .where('entry_id', '=', id)
      .where('version', '=', draft.version)
      .execute();
    const before = versions.find(({ version }) => version !== draft.version);
    await transaction
      .updateTable('faq_entries')
      .set({
        question: before?.question ?? draft.question,
        draft_version: null,
        draft_state: null,
        draft_readers: null,
        updated_at: clock.now().toISOString(),
      })
      .where('id', '=', id)
      .execute();
    return readEntry(transaction, id);
  });
}

/** The draft, when it is in this state. @throws AppError ERR_FAQ_STATE */
export function draftOf({ draft }: FaqEntry, state: 'draft' | 'in-review'): FaqVersion {
  if (draft?.state === state) return draft;
  throw wrongState(state === 'draft' ? 'There is no draft to send.' : 'It is not waiting for approval.');
}

export function wrongState(message: string): AppError {
  return new AppError('ERR_FAQ_STATE', message, { status: 409 });
}
