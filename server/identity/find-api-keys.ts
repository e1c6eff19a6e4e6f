import type { AppDatabase } from '../db/database.ts';
import { pageRows } from '../db/page-rows.ts';
import type { Clock } from '../util/clock.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import { type ApiKeyView, parseApiKey } from './api-key-view.ts';

export const apiKeyStates = ['active', 'expired', 'revoked', 'owner-disabled'] as const;

/** Whether a key opens anything, and if not, why. */
export type ApiKeyState = (typeof apiKeyStates)[number];

/** A key with what those who manage keys want to know. */
export interface ListedApiKey extends ApiKeyView {
  readonly ownerName: string;
  readonly state: ApiKeyState;
}

export interface ApiKeyQuery {
  /** Everybody's when absent. */
  readonly ownerId?: string;
  readonly after?: TimeCursor;
  readonly limit: number;
}

export interface ApiKeyPage {
  /** Newest first. */
  readonly keys: readonly ListedApiKey[];
  /** Absent on the last page. */
  readonly next?: TimeCursor;
}

export async function findApiKeys(
  db: AppDatabase,
  clock: Clock,
  { ownerId, after, limit }: ApiKeyQuery,
): Promise<ApiKeyPage> {
  let query = db
    .selectFrom('api_keys')
    .innerJoin('users', 'users.id', 'api_keys.owner_id')
    .selectAll('api_keys')
    .select(['users.display_name', 'users.disabled_at']);
  if (ownerId !== undefined) query = query.where('api_keys.owner_id', '=', ownerId);
  if (after !== undefined) {
    query = query.where((where) =>
      where.or([
        where('api_keys.created_at', '<', after.at),
        where.and([where('api_keys.created_at', '=', after.at), where('api_keys.id', '>', after.id)]),
      ]),
    );
  }
  const found = await query
    .orderBy('api_keys.created_at', 'desc')
    .orderBy('api_keys.id')
    .limit(limit + 1)
    .execute();
  const { rows, ...page } = pageRows(found, limit, ({ created_at: at, id }) => ({ at, id }));
  const keys = rows.map((row): ListedApiKey => {
    const key = parseApiKey(row);
    return { ...key, ownerName: row.display_name, state: stateOf(key, row.disabled_at !== null, clock) };
  });
  return { keys, ...page };
}

/** What cannot be undone comes first. */
function stateOf({ revokedAt, expiresAt }: ApiKeyView, ownerDisabled: boolean, clock: Clock): ApiKeyState {
  if (revokedAt !== undefined) return 'revoked';
  if (expiresAt !== undefined && clock.now().getTime() >= expiresAt.getTime()) return 'expired';
  return ownerDisabled ? 'owner-disabled' : 'active';
}
