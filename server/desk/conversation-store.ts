import type { AppDatabase } from '../db/database.ts';
import { isBefore, pageRows } from '../db/page-rows.ts';
import type { Clock } from '../util/clock.ts';
import { randomId, type RandomBytes } from '../util/random.ts';
import type { SealedBox } from '../util/sealed-box.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import { type Conversation, noConversation } from './conversation.ts';
import type { ContentKeys } from './content-keys.ts';
import { openText, sealText } from '../util/sealed-text.ts';

export interface StoreContext {
  readonly db: AppDatabase;
  readonly keys: ContentKeys;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

export interface ConversationPage {
  /** The one asked in last comes first. */
  readonly conversations: readonly Conversation[];
  readonly next?: TimeCursor;
}

/** The vault of a conversation has a key of its own, so that it can be wiped while the conversation stays. */
export const vaultKeyId = (conversation: string): string => `${conversation}/vault`;

export const titleContext = (id: string): string => `conversation ${id} title`;

/** Makes an empty conversation with a key of its own. */
export async function insertConversation(
  context: StoreContext,
  owner: string,
  title: string,
): Promise<Conversation> {
  const id = randomId('conv', context.random);
  const now = context.clock.now().toISOString();
  // The key first: a key without a conversation seals nothing, a conversation without a key is lost.
  const box = await context.keys.create(id);
  await context.db
    .insertInto('conversations')
    .values({
      id,
      owner_id: owner,
      title: sealText(box, title, titleContext(id)),
      created_at: now,
      updated_at: now,
    })
    .execute();
  return { id, owner, title, turns: 0, createdAt: now, updatedAt: now };
}

/** Id of the owner; undefined when there is no such conversation, or its key was destroyed. */
export async function findOwner({ db, keys }: StoreContext, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('conversations').select('owner_id').where('id', '=', id).executeTakeFirst();
  if (row === undefined || (await keys.find(id)) === undefined) return undefined;
  return row.owner_id;
}

/** @throws AppError ERR_NOT_FOUND */
export async function findConversation(
  context: StoreContext,
  id: string,
): Promise<{ conversation: Conversation; box: SealedBox }> {
  const row = await selectConversations(context.db).where('id', '=', id).executeTakeFirst();
  const box = await context.keys.find(id);
  if (row === undefined || box === undefined) throw noConversation();
  return { conversation: conversationOf(row, box), box };
}

/** The conversations of one person, a page at a time. */
export async function listConversations(
  { db, keys }: StoreContext,
  owner: string,
  { after, limit }: { readonly after?: TimeCursor | undefined; readonly limit: number },
): Promise<ConversationPage> {
  let query = selectConversations(db).where('owner_id', '=', owner);
  if (after !== undefined) query = query.where(isBefore('updated_at', after));
  const found = await query
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, ...page } = pageRows(found, limit, ({ updated_at: at, id }) => ({ at, id }));
  const boxes = await keys.findAll(rows.map(({ id }) => id));
  return {
    conversations: rows.flatMap((row) => {
      const box = boxes.get(row.id);
      return box === undefined ? [] : [conversationOf(row, box)];
    }),
    ...page,
  };
}

export async function updateTitle(
  { db, clock }: StoreContext,
  id: string,
  box: SealedBox,
  title: string,
): Promise<void> {
  await db
    .updateTable('conversations')
    .set({ title: sealText(box, title, titleContext(id)), updated_at: clock.now().toISOString() })
    .where('id', '=', id)
    .execute();
}

/** Destroys the keys, then the rows: what a crash leaves in between can no longer be read. */
export async function deleteConversation({ db, keys }: StoreContext, id: string): Promise<void> {
  await keys.destroy(vaultKeyId(id));
  await keys.destroy(id);
  await db.deleteFrom('conversations').where('id', '=', id).execute();
}

// Keeps its inferred type: writing Kysely's builder type out would say less.
function selectConversations(db: AppDatabase) {
  return db
    .selectFrom('conversations')
    .selectAll()
    .select((query) =>
      query
        .selectFrom('turns')
        .select((inner) => inner.fn.countAll<number | string>().as('count'))
        .whereRef('turns.conversation_id', '=', 'conversations.id')
        .as('turn_count'),
    );
}

type SelectedConversation = Awaited<ReturnType<ReturnType<typeof selectConversations>['execute']>>[number];

function conversationOf(row: SelectedConversation, box: SealedBox): Conversation {
  return {
    id: row.id,
    owner: row.owner_id,
    title: openText(box, row.title, titleContext(row.id)),
    turns: Number(row.turn_count ?? 0),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
