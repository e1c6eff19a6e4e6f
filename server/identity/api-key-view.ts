import { z } from 'zod';
import type { ApiKeysTable } from '../db/tables.ts';

/** An API key without its secret, which nobody can read again. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** Permissions, `resource:action`. */
  readonly scopes: readonly string[];
  /** Absent for every model that the owner may use. */
  readonly models?: readonly string[];
  /** Absent for every collection that the owner may use. */
  readonly collections?: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
  /** To the minute. */
  readonly lastUsedAt?: Date;
}

const names = z.array(z.string());

export function parseApiKey(row: ApiKeysTable): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    scopes: parseNames(row.scopes),
    ...(row.models === null ? {} : { models: parseNames(row.models) }),
    ...(row.collections === null ? {} : { collections: parseNames(row.collections) }),
    createdAt: new Date(row.created_at),
    ...(row.expires_at === null ? {} : { expiresAt: new Date(row.expires_at) }),
    ...(row.revoked_at === null ? {} : { revokedAt: new Date(row.revoked_at) }),
    ...(row.last_used_at === null ? {} : { lastUsedAt: new Date(row.last_used_at) }),
  };
}

function parseNames(json: string): string[] {
  return names.parse(JSON.parse(json));
}
