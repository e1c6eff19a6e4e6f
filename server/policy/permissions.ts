/** Everything a caller can be permitted to do, as `resource:action`. Each one is an action of policies/access/schema.cedarschema. */
export const grantablePermissions = [
  'chat:create',
  'embedding:create',
  'rerank:create',
  'model:list',
  'model:inspect',
  'model:manage',
  'collection:list',
  'collection:create',
  'collection:read',
  'collection:update',
  'collection:delete',
  'document:create',
  'document:read',
  'document:update',
  'document:delete',
  'job:read',
  'job:update',
  'source:read',
  'source:manage',
  'knowledge:search',
  'evaluation:read',
  'evaluation:write',
  'faq:read',
  'faq:write',
  'faq:approve',
  'gap:read',
  'gap:review',
  'redaction:preview',
  'redaction:read',
  'redaction:open',
  'conversation:read',
  'conversation:write',
  'insights:read',
  'receipt:verify',
  'audit:read',
  'audit:export',
  'audit:verify',
  'audit:prove',
  'audit:reveal',
  'audit:erase',
  'audit:hold',
  'audit:approve',
  'policy:read',
  'policy:decide',
  'api-key:create',
  'api-key:list',
  'api-key:revoke',
  'user:create',
  'user:list',
  'user:update',
  'session:read',
  'session:end',
  'session:list',
  'session:revoke',
  'account:update',
] as const;

/** A permission that a policy can grant or deny. */
export type GrantablePermission = (typeof grantablePermissions)[number];

/** Permissions to change something. The log knows of the wish before it is carried out. */
export const changingPermissions: ReadonlySet<Permission> = new Set<GrantablePermission>([
  'model:manage',
  'collection:create',
  'collection:update',
  'collection:delete',
  'document:create',
  'document:update',
  'document:delete',
  'evaluation:write',
  'source:manage',
  'faq:write',
  'faq:approve',
  'gap:review',
  'conversation:write',
  'api-key:create',
  'api-key:revoke',
  'user:create',
  'user:update',
  'session:revoke',
  'account:update',
]);

/** What a route declares. `public` is written out and needs no decision. */
export type Permission = GrantablePermission | 'public';

export const permissions: readonly Permission[] = [...grantablePermissions, 'public'];

export function isGrantablePermission(value: string): value is GrantablePermission {
  return (grantablePermissions as readonly string[]).includes(value);
}
