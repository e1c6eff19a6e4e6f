import { type Principal, type Role, roles } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Collection, Readable } from '../knowledge/knowledge.ts';
import type { PolicyDecision } from '../policy/decision.ts';
import type { GrantablePermission } from '../policy/permissions.ts';
import type { CollectionRights } from './presenters/collection.ts';
import { recordDenial } from './record-denial.ts';
import type { Services } from './services.ts';

type Access = Pick<Services, 'knowledge' | 'policies' | 'audit' | 'logger'>;

/** What is not there is denied like what is there and may not be used, entry in the audit log included. */
export const notThere: PolicyDecision = { allowed: false, reasons: [], errors: [] };

/** Collections on which this caller may do this. */
export async function permittedCollections(
  { knowledge, policies }: Pick<Access, 'knowledge' | 'policies'>,
  principal: Principal,
  action: GrantablePermission,
): Promise<Collection[]> {
  const all = await knowledge.collections();
  return all.filter((collection) => decideOn(policies, principal, action, collection).allowed);
}

/** A collection this caller may use so. @throws AppError ERR_NOT_FOUND alike whether it exists or not */
export async function findPermitted(
  access: Access,
  principal: Principal,
  action: GrantablePermission,
  collection: string,
): Promise<Collection> {
  const all = await access.knowledge.collections();
  const found = all.find(({ id }) => id === collection);
  const decision = found === undefined ? notThere : decideOn(access.policies, principal, action, found);
  if (found !== undefined && decision.allowed) return found;
  await recordDenial(access, principal, action, decision);
  throw new AppError('ERR_NOT_FOUND', 'The collection does not exist, or you may not do this in it.', {
    status: 404,
  });
}

/**
 * What to search: the collections wanted, or all that this caller may read when none are named, and the access groups
 * in them that this caller may read.
 * @throws AppError ERR_NOT_FOUND alike for a collection that is not there and one this caller may not read
 */
export async function selectReadable(
  access: Access,
  principal: Principal,
  wanted: readonly string[] | undefined,
): Promise<Readable> {
  const all = await access.knowledge.collections();
  const readable = access.policies.readable(principal, all);
  const refused = wanted?.find((id) => !readable.includes(id));
  if (refused === undefined) {
    const groups = access.policies.readableGroups(principal, all, await access.knowledge.groups());
    return { collections: wanted ?? readable, groups };
  }
  const found = all.find(({ id }) => id === refused);
  const action = 'collection:read';
  const decision = found === undefined ? notThere : decideOn(access.policies, principal, action, found);
  await recordDenial(access, principal, action, decision);
  throw new AppError('ERR_NOT_FOUND', 'One of the collections does not exist, or you may not read it.', {
    status: 404,
    param: 'collections',
  });
}

/** What this caller may do with a collection that they may know of. */
export function rightsOn(
  { policies }: Pick<Access, 'policies'>,
  principal: Principal,
  collection: Collection,
): CollectionRights {
  const may = (action: GrantablePermission): boolean =>
    policies.decide({ principal, action }).allowed &&
    decideOn(policies, principal, action, collection).allowed;
  return {
    read: may('collection:read'),
    update: may('collection:update'),
    delete: may('collection:delete'),
    addDocuments: may('document:create'),
  };
}

/** The roles that read a collection and its documents, as its readers, its classification and the policies have it. */
export function rolesThatRead({ policies }: Pick<Access, 'policies'>, collection: Collection): Role[] {
  return roles.filter((role) => {
    const somebody: Principal = { kind: 'user', id: 'somebody', name: '', roles: [role] };
    return decideOn(policies, somebody, 'collection:read', collection).allowed;
  });
}

function decideOn(
  policies: Access['policies'],
  principal: Principal,
  action: GrantablePermission,
  collection: Collection,
): PolicyDecision {
  return policies.decide({ principal, action, resource: { type: 'Collection', ...collection } });
}
