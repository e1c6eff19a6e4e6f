import { existsSync } from 'node:fs';
import { type AuditKeysDatabase, openAuditKeysDatabase } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../util/clock.ts';
import type { RandomBytes } from '../../util/random.ts';
import { createSealedBox, type SealedBox } from '../../util/sealed-box.ts';
import { createEpochKeys, type EpochKeys } from './epoch-key.ts';

export const KEY_BYTES = 32;
const FIRST_EPOCH = 1;
const INDEX_KEY = 'index';

export interface KeyStoreOptions {
  /** The keys' own database file. */
  readonly keysPath: string;
  /** Folder of the epoch key. */
  readonly epochKeyDir: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** The keys at rest: content keys wrapped by subject keys, subject keys wrapped by the key of the epoch. */
export interface KeyStore {
  readonly db: AuditKeysDatabase;
  /** Of the tags in the subject index. */
  readonly indexKey: Buffer;
  /** Wraps the keys of subjects in the epoch that a transaction sees. */
  epochBox(db: AuditKeysDatabase): Promise<SealedBox>;
  /**
   * Wraps every subject key anew under the key of the next epoch, in the transaction that `change` belongs to, then destroys the
   * old one.
   * @param change what else happens in the transaction, first
   */
  rotate(change: (db: AuditKeysDatabase) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens (and creates) the keys. `sealed`: whether there are contents that were sealed with them.
 * @throws AppError ERR_CONFIG_INVALID when a part of them is missing
 */
export async function openKeyStore(options: KeyStoreOptions, sealed: boolean): Promise<KeyStore> {
  const { keysPath, epochKeyDir, clock, random } = options;
  const epochs = createEpochKeys(epochKeyDir, random);
  if (!existsSync(keysPath) && sealed && epochs.any()) {
    throw new AppError(
      'ERR_CONFIG_INVALID',
      `${keysPath} is missing, and the audit log has contents that its keys sealed. Restore it from the back-up.`,
    );
  }
  const db = await openAuditKeysDatabase(keysPath, clock);
  try {
    return await attach(db, epochs, random);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function attach(db: AuditKeysDatabase, epochs: EpochKeys, random: RandomBytes): Promise<KeyStore> {
  const state = (await readState(db)) ?? (await begin(db, epochs, random));
  const box = epochBoxOf(epochs.load(state.epoch), random);
  const indexKey = box.open(Buffer.from(state.index_key, 'base64'), INDEX_KEY);
  const boxes = new Map([[state.epoch, box]]);
  // A crash came between the change of the epoch and the end of its old key.
  epochs.destroyOthers(state.epoch);

  const epochBox: KeyStore['epochBox'] = async (holder) => {
    const epoch = (await readState(holder))?.epoch ?? 0;
    const found = boxes.get(epoch);
    if (found === undefined) throw new Error(`Epoch ${epoch} was not begun by this process.`);
    return found;
  };

  const rotate: KeyStore['rotate'] = async (change) => {
    const { epoch = 0 } = (await readState(db)) ?? {};
    const next = epoch + 1;
    const nextBox = epochBoxOf(epochs.create(next), random);
    boxes.set(next, nextBox);
    await db.transaction().execute(async (transaction) => {
      await change(transaction);
      await rewrapSubjects(transaction, await epochBox(transaction), nextBox);
      const index_key = nextBox.seal(indexKey, INDEX_KEY).toString('base64');
      await transaction.updateTable('audit_key_state').set({ epoch: next, index_key }).execute();
    });
    boxes.delete(epoch);
    epochs.destroyOthers(next);
  };
  return { db, indexKey, epochBox, rotate, close: () => db.destroy() };
}

function readState(db: AuditKeysDatabase): Promise<{ epoch: number; index_key: string } | undefined> {
  return db.selectFrom('audit_key_state').select(['epoch', 'index_key']).executeTakeFirst();
}

async function begin(
  db: AuditKeysDatabase,
  epochs: EpochKeys,
  random: RandomBytes,
): Promise<{ epoch: number; index_key: string }> {
  const box = epochBoxOf(epochs.create(FIRST_EPOCH), random);
  const state = { epoch: FIRST_EPOCH, index_key: box.seal(random(KEY_BYTES), INDEX_KEY).toString('base64') };
  await db
    .insertInto('audit_key_state')
    .values({ id: 1, indexed: 0, ...state })
    .execute();
  return state;
}

function epochBoxOf(key: Uint8Array, random: RandomBytes): SealedBox {
  return createSealedBox(key, 'audit-subject-keys', random);
}

async function rewrapSubjects(db: AuditKeysDatabase, from: SealedBox, to: SealedBox): Promise<void> {
  const rows = await db.selectFrom('audit_subject_keys').selectAll().execute();
  for (const { subject, wrapped } of rows) {
    const key = from.open(Buffer.from(wrapped, 'base64'), subject);
    await db
      .updateTable('audit_subject_keys')
      .set({ wrapped: to.seal(key, subject).toString('base64') })
      .where('subject', '=', subject)
      .execute();
    key.fill(0);
  }
}
