import { z } from 'zod';
import type { AuditEvent } from '../../../audit/event.ts';
import type { Principal } from '../../../domain/principal.ts';
import { AppError } from '../../../errors.ts';
import type { Collection, CollectionChange } from '../../../knowledge/knowledge.ts';
import { findPermitted, rightsOn } from '../../collection-access.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeCollection } from '../../describe-collections.ts';
import { collection, collectionChange } from '../../presenters/collection.ts';
import type { Services } from '../../services.ts';

export function updateCollection(services: Services): Route {
  return defineRoute({
    method: 'patch',
    path: '/api/collections/{id}',
    summary: 'Change the name, classification or readers of a collection. It applies at once.',
    tag: 'Knowledge',
    permission: 'collection:update',
    errors: 'api',
    bodyKind: 'json',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: collectionChange,
    status: 200,
    response: z.object({ collection }),
    async handler({ params, body, principal }) {
      const found = await findPermitted(services, principal, 'collection:update', params.id);
      const change = definedOnly(body);
      assertKeepsAccess(services, principal, { ...found, ...change });
      await services.audit.recordEvent(updateEvent(principal, found.id, change));
      const updated = await services.knowledge.updateCollection(found.id, change);
      return { collection: await describeCollection(services, principal, updated) };
    },
  });
}

function definedOnly({ name, classification, readers }: z.output<typeof collectionChange>): CollectionChange {
  return {
    ...(name === undefined ? {} : { name }),
    ...(classification === undefined ? {} : { classification }),
    ...(readers === undefined ? {} : { readers }),
  };
}

/** A collection that its keeper can no longer change may be closed to everybody, for good. */
function assertKeepsAccess(services: Services, principal: Principal, next: Collection): void {
  if (rightsOn(services, principal, next).update) return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'With these readers you could not change the collection any more. Name one of your own roles as a reader.',
    { status: 400, param: 'readers' },
  );
}

function updateEvent(actor: Principal, id: string, change: CollectionChange): AuditEvent {
  const { classification, readers } = change;
  const changed = (['name', 'classification', 'readers'] as const).filter((key) => change[key] !== undefined);
  return {
    type: 'collection.updated',
    actor,
    collection: id,
    what: changed,
    ...(classification === undefined ? {} : { classification }),
    ...(readers === undefined ? {} : { readers }),
  };
}
