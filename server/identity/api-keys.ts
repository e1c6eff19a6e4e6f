import type { AppDatabase } from '../db/database.ts';
import type { ApiKeysTable, UsersTable } from '../db/tables.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import { sha256Hex } from '../util/hash.ts';
import { type RandomBytes, randomId } from '../util/random.ts';
import { composeApiKeySecret, isApiKeySecret } from './api-key-secret.ts';
import { type ApiKeyView, parseApiKey } from './api-key-view.ts';
import { type ApiKeyPage, type ApiKeyQuery, findApiKeys } from './find-api-keys.ts';
import { parseRoles } from './user.ts';

export interface NewApiKey {
  readonly name: string;
  readonly ownerId: string;
  readonly scopes: readonly string[];
  readonly models?: readonly string[];
  readonly collections?: readonly string[];
  readonly expiresAt?: Date;
}

export interface CreatedApiKey {
  readonly key: ApiKeyView;
  /** Shown once: the database keeps its SHA-256 only, which is enough for 256 random bits. */
  readonly secret: string;
}

export interface ApiKeys {
  /** @throws AppError ERR_REQUEST_INVALID, ERR_NOT_FOUND for an unknown owner */
  create(key: NewApiKey): Promise<CreatedApiKey>;
  /** The application that holds this secret, with its owner's roles of this moment; undefined when there is none. */
  resolve(secret: string): Promise<Principal | undefined>;
  /** Newest first. */
  list(ownerId?: string): Promise<ApiKeyView[]>;
  page(query: ApiKeyQuery): Promise<ApiKeyPage>;
  /** Keeps the time of the first revocation. @throws AppError ERR_NOT_FOUND */
  revoke(id: string): Promise<void>;
}

export interface ApiKeysDeps {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** `last_used_at` is written at most once a minute, so that a busy key costs no write per request. */
const TOUCH_MS = 60_000;

export function createApiKeys({ db, clock, random }: ApiKeysDeps): ApiKeys {
  return {
    async create(key) {
      const now = clock.now();
      assertValid(key, now);
      await requireOwner(db, key.ownerId);
      const secret = composeApiKeySecret(random);
      const row = composeRow(key, randomId('key', random), secret, now);
      await db.insertInto('api_keys').values(row).execute();
      return { key: parseApiKey(row), secret };
    },
    async resolve(secret) {
      if (!isApiKeySecret(secret)) return undefined;
      const found = await findKey(db, sha256Hex(secret));
      if (found === undefined || found.disabled_at !== null || found.revoked_at !== null) return undefined;
      const now = clock.now();
      if (found.expires_at !== null && now.getTime() >= Date.parse(found.expires_at)) return undefined;
      await touch(db, found, now);
      return toPrincipal(found);
    },
    async list(ownerId) {
      const all = db.selectFrom('api_keys').selectAll().orderBy('created_at', 'desc').orderBy('id');
      const rows = await (ownerId === undefined ? all : all.where('owner_id', '=', ownerId)).execute();
      return rows.map(parseApiKey);
    },
    page: (query) => findApiKeys(db, clock, query),
    async revoke(id) {
      const row = await db.selectFrom('api_keys').select('id').where('id', '=', id).executeTakeFirst();
      if (row === undefined)
        throw new AppError('ERR_NOT_FOUND', 'There is no such API key.', { status: 404 });
      await db
        .updateTable('api_keys')
        .set({ revoked_at: clock.now().toISOString() })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
    },
  };
}

type FoundKey = ApiKeysTable & Pick<UsersTable, 'roles' | 'disabled_at'>;

async function findKey(db: AppDatabase, secretHash: string): Promise<FoundKey | undefined> {
  return db
    .selectFrom('api_keys')
    .innerJoin('users', 'users.id', 'api_keys.owner_id')
    .selectAll('api_keys')
    .select(['users.roles', 'users.disabled_at'])
    .where('api_keys.secret_hash', '=', secretHash)
    .executeTakeFirst();
}

function toPrincipal(found: FoundKey): Principal {
  const { id, name, scopes, models, collections } = parseApiKey(found);
  return {
    kind: 'api-key',
    id,
    name,
    roles: parseRoles(found.roles),
    limits: {
      scopes,
      ...(models === undefined ? {} : { models }),
      ...(collections === undefined ? {} : { collections }),
    },
  };
}

function composeRow(key: NewApiKey, id: string, secret: string, now: Date): ApiKeysTable {
  return {
    id,
    name: key.name.trim(),
    secret_hash: sha256Hex(secret),
    owner_id: key.ownerId,
    scopes: composeNames(key.scopes),
    models: key.models === undefined ? null : composeNames(key.models),
    collections: key.collections === undefined ? null : composeNames(key.collections),
    created_at: now.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: null,
    last_used_at: null,
  };
}

function composeNames(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)]);
}

async function requireOwner(db: AppDatabase, id: string): Promise<void> {
  const owner = await db.selectFrom('users').select('disabled_at').where('id', '=', id).executeTakeFirst();
  if (owner === undefined || owner.disabled_at !== null) {
    throw new AppError('ERR_NOT_FOUND', 'The owner of the key does not exist or is disabled.', {
      status: 404,
    });
  }
}

async function touch(db: AppDatabase, { id, last_used_at }: ApiKeysTable, now: Date): Promise<void> {
  if (last_used_at !== null && now.getTime() - Date.parse(last_used_at) < TOUCH_MS) return;
  await db.updateTable('api_keys').set({ last_used_at: now.toISOString() }).where('id', '=', id).execute();
}

function assertValid({ name, scopes, expiresAt }: NewApiKey, now: Date): void {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > 200 || /\p{Cc}/u.test(trimmed)) {
    throw invalid('name', 'A key has a name of 1 to 200 characters without control characters.');
  }
  if (scopes.length === 0) {
    throw invalid('scopes', 'A key has at least one scope, for example chat:create.');
  }
  if (!scopes.every((scope) => /^[a-z-]{1,40}:[a-z-]{1,40}$/.test(scope))) {
    throw invalid('scopes', 'A scope is a permission of the form resource:action, for example chat:create.');
  }
  if (expiresAt !== undefined && !(expiresAt.getTime() > now.getTime())) {
    throw invalid('expiresAt', 'The expiry of a key lies in the future.');
  }
}

function invalid(param: string, message: string): AppError {
  return new AppError('ERR_REQUEST_INVALID', message, { status: 400, param });
}
