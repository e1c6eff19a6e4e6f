import { AppError } from '../errors.ts';
import { randomId } from '../util/random.ts';
import type { SealedBox } from '../util/sealed-box.ts';
import { type StoreContext, titleContext } from './conversation-store.ts';
import { makeTitle } from './make-title.ts';
import { openJson, sealJson, sealText } from '../util/sealed-text.ts';
import { type Feedback, feedback, type Turn, type TurnContents, turnContents } from './turn.ts';

/** Turns of one conversation: what is read, decrypted and sent as a whole stays small. */
export const MOST_TURNS = 200;

const contentsContext = (id: string): string => `turn ${id} contents`;
const feedbackContext = (id: string): string => `turn ${id} feedback`;

/** The turns of a conversation in order. */
export async function listTurns({ db }: StoreContext, conversation: string, box: SealedBox): Promise<Turn[]> {
  const rows = await db
    .selectFrom('turns')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .orderBy('position')
    .limit(MOST_TURNS)
    .execute();
  return rows.map((row) => ({
    ...openJson(box, row.contents, contentsContext(row.id), turnContents),
    id: row.id,
    position: row.position,
    createdAt: row.created_at,
    ...(row.feedback === null
      ? {}
      : { feedback: openJson(box, row.feedback, feedbackContext(row.id), feedback) }),
  }));
}

export interface NewTurn {
  readonly conversation: string;
  /** Where it replaces what stands there and all after it; after the last turn when absent. */
  readonly position?: number | undefined;
  readonly contents: TurnContents;
}

/** Keeps a turn and returns its id. */
export async function putTurn(
  { db, clock, random }: StoreContext,
  box: SealedBox,
  { conversation, position, contents }: NewTurn,
): Promise<string> {
  const id = randomId('turn', random);
  const now = clock.now().toISOString();
  await db.transaction().execute(async (transaction) => {
    if (position !== undefined) {
      await transaction
        .deleteFrom('turns')
        .where('conversation_id', '=', conversation)
        .where('position', '>=', position)
        .execute();
    }
    // Read here, and not when the question came: two may have been asked at once.
    const last = await transaction
      .selectFrom('turns')
      .select((query) => query.fn.max('position').as('position'))
      .where('conversation_id', '=', conversation)
      .executeTakeFirst();
    await transaction
      .insertInto('turns')
      .values({
        id,
        conversation_id: conversation,
        position: (last?.position ?? 0) + 1,
        contents: sealJson(box, contents, contentsContext(id)),
        feedback: null,
        created_at: now,
      })
      .execute();
    await transaction
      .updateTable('conversations')
      .set({ updated_at: now })
      .where('id', '=', conversation)
      .execute();
  });
  return id;
}

/** Gives a conversation that has no title yet one from its first question. */
export async function nameAfter(
  { db }: StoreContext,
  box: SealedBox,
  { id, title }: { readonly id: string; readonly title: string },
  question: string,
): Promise<void> {
  if (title !== '') return;
  await db
    .updateTable('conversations')
    .set({ title: sealText(box, makeTitle(question), titleContext(id)) })
    .where('id', '=', id)
    .execute();
}

/** Keeps what somebody thinks of an answer; undefined takes it back. @throws AppError ERR_NOT_FOUND */
export async function putFeedback(
  { db }: StoreContext,
  box: SealedBox,
  { conversation, turn, value }: { conversation: string; turn: string; value: Feedback | undefined },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('turns')
    .set({ feedback: value === undefined ? null : sealJson(box, value, feedbackContext(turn)) })
    .where('id', '=', turn)
    .where('conversation_id', '=', conversation)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noTurn();
}

export function noTurn(): AppError {
  return new AppError('ERR_NOT_FOUND', 'The conversation has no such turn.', { status: 404 });
}
