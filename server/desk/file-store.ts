import { z } from 'zod';
import { AppError } from '../errors.ts';
import { randomId } from '../util/random.ts';
import type { SealedBox } from '../util/sealed-box.ts';
import type { StoreContext } from './conversation-store.ts';
import { openJson, sealJson } from '../util/sealed-text.ts';

/** Files of one conversation, and characters of all their passages together. */
export const MOST_FILES = 20;
export const MOST_CHARACTERS = 2_000_000;

const fileContents = z.object({
  name: z.string(),
  /** Media type. */
  format: z.string(),
  bytes: z.int(),
  passages: z.array(z.object({ location: z.string(), text: z.string() })),
});

type FileContents = z.output<typeof fileContents>;

/** A file that was dropped into a conversation. Its passages are sealed with it; the file itself is not kept. */
export interface ConversationFile extends FileContents {
  readonly id: string;
  readonly createdAt: string;
}

const contentsContext = (id: string): string => `file ${id} contents`;

export async function listFiles(
  { db }: StoreContext,
  conversation: string,
  box: SealedBox,
): Promise<ConversationFile[]> {
  const rows = await db
    .selectFrom('conversation_files')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST_FILES)
    .execute();
  return rows.map((row) => ({
    ...openJson(box, row.contents, contentsContext(row.id), fileContents),
    id: row.id,
    createdAt: row.created_at,
  }));
}

/** @throws AppError ERR_REQUEST_TOO_LARGE when the conversation would hold too many files or characters */
export async function insertFile(
  { db, clock, random }: StoreContext,
  conversation: string,
  box: SealedBox,
  contents: FileContents,
): Promise<ConversationFile> {
  const id = randomId('file', random);
  const characters = contents.passages.reduce((sum, { text }) => sum + text.length, 0);
  const createdAt = clock.now().toISOString();
  await db.transaction().execute(async (transaction) => {
    const held = await transaction
      .selectFrom('conversation_files')
      .select('characters')
      .where('conversation_id', '=', conversation)
      .execute();
    assertRoom(
      held.length,
      held.reduce((sum, row) => sum + row.characters, characters),
    );
    await transaction
      .insertInto('conversation_files')
      .values({
        id,
        conversation_id: conversation,
        contents: sealJson(box, contents, contentsContext(id)),
        characters,
        created_at: createdAt,
      })
      .execute();
  });
  return { ...contents, id, createdAt };
}

/** False when the conversation has no such file. */
export async function deleteFile({ db }: StoreContext, conversation: string, file: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('conversation_files')
    .where('id', '=', file)
    .where('conversation_id', '=', conversation)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function assertRoom(files: number, characters: number): void {
  if (files < MOST_FILES && characters <= MOST_CHARACTERS) return;
  throw new AppError(
    'ERR_REQUEST_TOO_LARGE',
    `A conversation holds ${MOST_FILES} files with ${MOST_CHARACTERS} characters of text at most. Remove one, or import large documents into a collection.`,
    { status: 413, param: 'file' },
  );
}
