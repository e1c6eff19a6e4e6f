import { z } from 'zod';
import type { VaultsTable, VaultValuesTable } from '../db/vault-tables.ts';
import type { AppDatabase } from '../db/database.ts';
import type { KeptValue, KeptValues, ValueStore } from '../domain/kept-values.ts';
import { AppError } from '../errors.ts';
import type { SealedBox } from '../util/sealed-box.ts';
import { openJson, openText, sealJson, sealText } from '../util/sealed-text.ts';
import { type StoreContext, vaultKeyId } from './conversation-store.ts';

/** Written forms of values that one conversation keeps: what is read and decrypted for each question stays small. */
export const MOST_VALUES = 20_000;
/** Rows of one statement: below the parameters that SQLite takes. */
const BATCH = 1000;
const DAY_MS = 86_400_000;

const sealedValue = z.object({ type: z.string().nullable(), original: z.string() });

const keyContext = (conversation: string): string => `vault ${conversation} key`;
/** A value that is moved to another placeholder or conversation does not open. */
const valueContext = (conversation: string, { label, number, form }: Place): string =>
  `vault ${conversation} value ${label} ${number} ${form}`;

type Place = Pick<KeptValue, 'label' | 'number' | 'form'>;

export interface ValueStoreContext extends StoreContext {
  /** After so many days without a question the values of a conversation are wiped. */
  readonly vaultDays: number;
}

/**
 * The values of one conversation: rows in app.db, sealed with AES-256-GCM under a key that is wrapped in keys.db. Nonces are
 * random, 96 bits, and far fewer than 2^32 under one key (SP 800-38D, 8.2.2 and 8.3).
 */
export function createValueStore(context: ValueStoreContext, conversation: string): ValueStore {
  return {
    load: () => loadValues(context, conversation),
    save: (kept) => saveValues(context, conversation, kept),
  };
}

async function loadValues(context: ValueStoreContext, conversation: string): Promise<KeptValues | undefined> {
  const { db, keys } = context;
  const vault = await findVault(db, conversation);
  if (vault === undefined) return undefined;
  const box = await keys.find(vaultKeyId(conversation));
  if (box === undefined || vault.used_at < oldest(context)) {
    await wipeVault(context, conversation);
    return undefined;
  }
  const rows = await db
    .selectFrom('vault_values')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .orderBy('label')
    .orderBy('number')
    .orderBy('form')
    .limit(MOST_VALUES)
    .execute();
  return {
    key: Buffer.from(openText(box, vault.sealed_key, keyContext(conversation)), 'base64'),
    values: rows.map((row) => openValue(box, conversation, row)),
  };
}

/** @throws AppError ERR_REQUEST_INVALID (409) when another question of the conversation kept values meanwhile, or it is full */
async function saveValues(context: ValueStoreContext, conversation: string, kept: KeptValues): Promise<void> {
  const { db, keys, clock } = context;
  const used_at = clock.now().toISOString();
  if (kept.values.length === 0) {
    await db.updateTable('vaults').set({ used_at }).where('conversation_id', '=', conversation).execute();
    return;
  }
  // The key first: a key without values seals nothing, values without a key are lost.
  const id = vaultKeyId(conversation);
  const box = (await keys.find(id)) ?? (await keys.create(id));
  const key = Buffer.from(kept.key).toString('base64');
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('vaults')
      .values({
        conversation_id: conversation,
        sealed_key: sealText(box, key, keyContext(conversation)),
        used_at,
      })
      .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet({ used_at }))
      .execute();
    const vault = await findVault(transaction, conversation);
    const isOurs = vault !== undefined && openText(box, vault.sealed_key, keyContext(conversation)) === key;
    if (!isOurs) throw overtaken();
    const rows = kept.values.map((value) => sealValue(box, conversation, value));
    for (let at = 0; at < rows.length; at += BATCH) {
      const batch = rows.slice(at, at + BATCH);
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('vault_values')
        .values(batch)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (Number(numInsertedOrUpdatedRows ?? 0) !== batch.length) throw overtaken();
    }
    await assertRoom(transaction, conversation);
  });
}

/** Destroys the key, then the rows: what a crash leaves in between can no longer be read. */
export async function wipeVault(
  { db, keys }: Pick<StoreContext, 'db' | 'keys'>,
  conversation: string,
): Promise<void> {
  await keys.destroy(vaultKeyId(conversation));
  await db.deleteFrom('vaults').where('conversation_id', '=', conversation).execute();
}

/** Wipes the values of conversations in which nothing was asked for too long. */
export async function sweepVaults(context: ValueStoreContext): Promise<void> {
  const idle = await context.db
    .selectFrom('vaults')
    .select('conversation_id')
    .where('used_at', '<', oldest(context))
    .execute();
  for (const { conversation_id: conversation } of idle) await wipeVault(context, conversation);
}

function oldest({ clock, vaultDays }: ValueStoreContext): string {
  return new Date(clock.now().getTime() - vaultDays * DAY_MS).toISOString();
}

function findVault(db: AppDatabase, conversation: string): Promise<VaultsTable | undefined> {
  return db.selectFrom('vaults').selectAll().where('conversation_id', '=', conversation).executeTakeFirst();
}

function sealValue(box: SealedBox, conversation: string, value: KeptValue): VaultValuesTable {
  const { label, number, form, type, original } = value;
  const sealed = sealJson(box, { type: type ?? null, original }, valueContext(conversation, value));
  return { conversation_id: conversation, label, number, form, sealed };
}

function openValue(box: SealedBox, conversation: string, row: VaultValuesTable): KeptValue {
  const { label, number, form, sealed } = row;
  const { type, original } = openJson(box, sealed, valueContext(conversation, row), sealedValue);
  return { label, type: type ?? undefined, number, form, original };
}

async function assertRoom(db: AppDatabase, conversation: string): Promise<void> {
  const row = await db
    .selectFrom('vault_values')
    .select((query) => query.fn.countAll<number | string>().as('count'))
    .where('conversation_id', '=', conversation)
    .executeTakeFirst();
  if (Number(row?.count ?? 0) <= MOST_VALUES) return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    `A conversation holds ${MOST_VALUES} masked values. Start a new one; this one stays as it is.`,
    { status: 409 },
  );
}

/** Both would have given the same placeholder to different values. */
function overtaken(): AppError {
  return new AppError(
    'ERR_REQUEST_INVALID',
    'Another question of this conversation is being answered. Ask again when it is.',
    { status: 409 },
  );
}
