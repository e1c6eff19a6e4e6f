import { type Conversations, type ConversationsDeps, createConversations } from '../desk/conversations.ts';
import { openContentKeys } from '../desk/open-content-keys.ts';
import type { Disposal } from '../util/disposal.ts';

export interface ConversationParts extends Omit<ConversationsDeps, 'keys'> {
  readonly contentKey: Buffer;
  /** Path of keys.db. */
  readonly keysDb: string;
}

/** Conversations with the keys that seal them. */
export async function openConversations(
  { contentKey, keysDb: path, ...parts }: ConversationParts,
  disposal: Disposal,
): Promise<Conversations> {
  const { db: appDb, clock, random } = parts;
  const keys = disposal.use(await openContentKeys({ path, appDb, masterKey: contentKey, clock, random }));
  return createConversations({ ...parts, keys });
}
