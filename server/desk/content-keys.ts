import type { KeysDatabase } from '../db/database.ts';
import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import { createSealedBox, type SealedBox } from '../util/sealed-box.ts';

const KEY_BYTES = 32;

/**
 * One random key for each conversation, and one for its vault, wrapped by a key-encryption key that is derived from the content key of the
 * installation. Destroying a key is how a conversation is erased: what it sealed never opens again, wherever it is.
 */
export interface ContentKeys {
  /** Makes the key and returns the box that seals with it. */
  create(conversation: string): Promise<SealedBox>;
  /** The box of a conversation; undefined when its key was destroyed. */
  find(conversation: string): Promise<SealedBox | undefined>;
  /** The boxes of many conversations, without those whose keys were destroyed. */
  findAll(conversations: readonly string[]): Promise<ReadonlyMap<string, SealedBox>>;
  /** Overwrites the key on the disk (`secure_delete`). */
  destroy(conversation: string): Promise<void>;
}

export interface ContentKeysOptions {
  readonly db: KeysDatabase;
  /** 32 bytes: the content key of the installation. */
  readonly masterKey: Uint8Array;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

export function createContentKeys({ db, masterKey, clock, random }: ContentKeysOptions): ContentKeys {
  const wrapping = createSealedBox(masterKey, 'conversation-keys', random);
  const boxOf = (key: Uint8Array): SealedBox => createSealedBox(key, 'conversation', random);
  const unwrap = (id: string, wrapped: string): SealedBox =>
    boxOf(wrapping.open(Buffer.from(wrapped, 'base64'), id));
  const findAll: ContentKeys['findAll'] = async (conversations) => {
    if (conversations.length === 0) return new Map();
    const rows = await db
      .selectFrom('content_keys')
      .select(['id', 'wrapped'])
      .where('id', 'in', [...conversations])
      .execute();
    return new Map(rows.map(({ id, wrapped }) => [id, unwrap(id, wrapped)]));
  };
  return {
    async create(id) {
      const key = random(KEY_BYTES);
      const wrapped = wrapping.seal(key, id).toString('base64');
      await db
        .insertInto('content_keys')
        .values({ id, wrapped, created_at: clock.now().toISOString() })
        .execute();
      return boxOf(key);
    },
    find: async (id) => (await findAll([id])).get(id),
    findAll,
    async destroy(id) {
      await db.deleteFrom('content_keys').where('id', '=', id).execute();
    },
  };
}
