import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Collection, DocumentView } from '../knowledge/knowledge.ts';
import type { GrantablePermission } from '../policy/permissions.ts';
import type { Services } from './services.ts';

type Access = Pick<Services, 'knowledge' | 'policies'>;

/** Collections on which this caller may do this. */
export async function permittedCollections(
  { knowledge, policies }: Access,
  principal: Principal,
  action: GrantablePermission,
): Promise<Collection[]> {
  const all = await knowledge.collections();
  return all.filter(
    (collection) =>
      policies.decide({ principal, action, resource: { type: 'Collection', ...collection } }).allowed,
  );
}

/** @throws AppError ERR_NOT_FOUND alike for a collection that is not there and one this caller may not use so. */
export async function assertPermitted(
  access: Access,
  principal: Principal,
  action: GrantablePermission,
  collection: string,
): Promise<void> {
  const permitted = await permittedCollections(access, principal, action);
  if (permitted.some(({ id }) => id === collection)) return;
  throw new AppError('ERR_NOT_FOUND', 'The collection does not exist, or you may not do this in it.', {
    status: 404,
  });
}

/** A document this caller may treat so. @throws AppError ERR_NOT_FOUND, alike whether it exists or not */
export async function findPermittedDocument(
  { knowledge, policies }: Access,
  principal: Principal,
  action: 'document:read' | 'document:delete',
  id: string,
): Promise<DocumentView> {
  const found = await knowledge.document(id);
  const collection = (await knowledge.collections()).find((candidate) => candidate.id === found?.collection);
  if (found !== undefined && collection !== undefined) {
    const resource = { type: 'Document', id, collection } as const;
    if (policies.decide({ principal, action, resource }).allowed) return found;
  }
  throw new AppError('ERR_NOT_FOUND', 'The document does not exist, or you may not do this with it.', {
    status: 404,
  });
}
