import { type Conversations, type ConversationsDeps, createConversations } from '../desk/conversations.ts';
import { openContentKeys } from '../desk/open-content-keys.ts';
import { toAppError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Disposal } from '../util/disposal.ts';
import { everyHour } from '../util/every-hour.ts';

export interface ConversationParts extends Omit<ConversationsDeps, 'keys'> {
  readonly logger: Logger;
  readonly contentKey: Buffer;
  /** Path of keys.db. */
  readonly keysDb: string;
}

/** Conversations with the keys that seal them. */
export async function openConversations(
  { contentKey, keysDb: path, logger, ...parts }: ConversationParts,
  disposal: Disposal,
): Promise<Conversations> {
  const { db: appDb, clock, random } = parts;
  const keys = disposal.use(await openContentKeys({ path, appDb, masterKey: contentKey, clock, random }));
  const conversations = createConversations({ ...parts, keys });
  const unswept = (error: unknown): void =>
    logger.warn({ code: toAppError(error).code }, 'masked values of old conversations were not wiped');
  disposal.defer(everyHour(() => conversations.sweep(), unswept));
  return conversations;
}
