import { z } from 'zod';
import type { ApiKeyView } from '../../../identity/api-key-view.ts';
import { apiKeyStates } from '../../../identity/find-api-keys.ts';
import { AppError } from '../../../errors.ts';
import { grantablePermissions } from '../../../policy/permissions.ts';
import { pageLimit, parseCursor, presentCursor } from '../../paging.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    owner: z.string(),
    scopes: z.array(z.string()),
    models: z.array(z.string()).optional(),
    collections: z.array(z.string()).optional(),
    createdAt: z.string(),
    expiresAt: z.string().optional(),
    revokedAt: z.string().optional(),
    /** To the minute. */
    lastUsedAt: z.string().optional(),
  })
  .meta({ id: 'ApiKey', description: 'A key of an application. Its secret is shown once, when it is made.' });

const listedApiKey = z
  .object({ ...apiKey.shape, ownerName: z.string(), state: z.enum(apiKeyStates) })
  .meta({ id: 'ListedApiKey', description: 'A key with its owner’s name and whether it opens anything.' });

const common = { tag: 'API keys', errors: 'api', query: nothing } as const;

export function createApiKey({ identity, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'post',
    path: '/api/api-keys',
    summary: 'Create an API key. Its secret is in this answer and nowhere else.',
    permission: 'api-key:create',
    bodyKind: 'json',
    params: nothing,
    body: z.object({
      name: z.string().min(1).max(200),
      scopes: z.array(z.enum(grantablePermissions)).min(1),
      models: z.array(z.string()).min(1).optional(),
      collections: z.array(z.string()).min(1).optional(),
      expiresAt: z.iso.datetime({ offset: true }).optional(),
    }),
    status: 201,
    response: z.object({ apiKey, secret: z.string() }),
    async handler({ body, principal }) {
      const { name, scopes, models, collections, expiresAt } = body;
      const { key, secret } = await identity.apiKeys.create({
        name,
        scopes,
        ownerId: ownerOf(principal),
        ...(models === undefined ? {} : { models }),
        ...(collections === undefined ? {} : { collections }),
        ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }),
      });
      await audit.recordEvent({ type: 'api-key.created', actor: principal, key: key.id });
      return { apiKey: presentApiKey(key), secret };
    },
  });
}

export function listApiKeys({ identity }: Services): Route {
  return defineRoute({
    ...common,
    method: 'get',
    path: '/api/api-keys',
    summary: 'API keys without their secrets, the newest first.',
    permission: 'api-key:list',
    bodyKind: 'none',
    params: nothing,
    query: z.object({
      /** Id of a person; everybody's keys when absent. */
      owner: z.string().max(100).optional(),
      /** `next` of the page before. */
      after: z.string().max(512).optional(),
      limit: pageLimit,
    }),
    body: nothing,
    status: 200,
    response: z.object({ apiKeys: z.array(listedApiKey), next: z.string().optional() }),
    async handler({ query: { owner, after, limit } }) {
      const page = await identity.apiKeys.page({
        limit,
        ...(owner === undefined ? {} : { ownerId: owner }),
        ...(after === undefined ? {} : { after: parseCursor(after) }),
      });
      return {
        apiKeys: page.keys.map((key) => ({
          ...presentApiKey(key),
          ownerName: key.ownerName,
          state: key.state,
        })),
        ...(page.next === undefined ? {} : { next: presentCursor(page.next) }),
      };
    },
  });
}

export function revokeApiKey({ identity, audit }: Services): Route {
  return defineRoute({
    ...common,
    method: 'delete',
    path: '/api/api-keys/{id}',
    summary: 'Revoke an API key at once.',
    permission: 'api-key:revoke',
    bodyKind: 'none',
    params: z.object({ id: z.string() }),
    body: nothing,
    status: 204,
    response: z.undefined(),
    async handler({ params, principal }) {
      await identity.apiKeys.revoke(params.id);
      await audit.recordEvent({ type: 'api-key.revoked', actor: principal, key: params.id });
      return undefined;
    },
  });
}

/** A key acts for its owner; a key that makes keys would outlive its own revocation. */
function ownerOf(principal: { kind: 'user' | 'api-key'; id: string }): string {
  if (principal.kind === 'user') return principal.id;
  throw new AppError('ERR_POLICY_DENIED', 'An API key cannot create API keys. Sign in as a person.', {
    status: 403,
  });
}

function presentApiKey(key: ApiKeyView): z.input<typeof apiKey> {
  const { id, name, ownerId, scopes, models, collections, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  return {
    id,
    name,
    owner: ownerId,
    scopes: [...scopes],
    createdAt: createdAt.toISOString(),
    ...(models === undefined ? {} : { models: [...models] }),
    ...(collections === undefined ? {} : { collections: [...collections] }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    ...(revokedAt === undefined ? {} : { revokedAt: revokedAt.toISOString() }),
    ...(lastUsedAt === undefined ? {} : { lastUsedAt: lastUsedAt.toISOString() }),
  };
}
