import { existsSync } from 'node:fs';
import { type AppDatabase, openKeysDatabase } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { type ContentKeys, type ContentKeysOptions, createContentKeys } from './content-keys.ts';

export interface OpenContentKeysOptions extends Omit<ContentKeysOptions, 'db'> {
  /** The keys' own database file. */
  readonly path: string;
  readonly appDb: AppDatabase;
}

export interface OpenContentKeys extends ContentKeys, AsyncDisposable {}

/**
 * Opens (and creates) the content keys.
 * @throws AppError ERR_CONFIG_INVALID when conversations are there and the file of their keys is not
 */
export async function openContentKeys({
  path,
  appDb,
  ...options
}: OpenContentKeysOptions): Promise<OpenContentKeys> {
  if (!existsSync(path)) await assertNothingSealed(path, appDb);
  const db = await openKeysDatabase(path, options.clock);
  return { ...createContentKeys({ db, ...options }), [Symbol.asyncDispose]: () => db.destroy() };
}

async function assertNothingSealed(path: string, appDb: AppDatabase): Promise<void> {
  const row = await appDb.selectFrom('conversations').select('id').limit(1).executeTakeFirst();
  if (row === undefined) return;
  throw new AppError(
    'ERR_CONFIG_INVALID',
    `${path} is missing, and there are conversations that its keys sealed. Restore it from the back-up.`,
  );
}
