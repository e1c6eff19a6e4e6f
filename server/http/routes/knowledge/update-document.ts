import { z } from 'zod';
import type { AuditEvent } from '../../../audit/event.ts';
import type { Principal } from '../../../domain/principal.ts';
import { AppError } from '../../../errors.ts';
import type { DocumentChange } from '../../../knowledge/knowledge.ts';
import type { OwnRules } from '../../../policy/resource.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { describeDocument, documentDetails } from '../../describe-document.ts';
import {
  assertNarrows,
  decideOnDocument,
  findPermittedDocument,
  type PermittedDocument,
} from '../../document-access.ts';
import { documentChange } from '../../presenters/document.ts';
import type { Services } from '../../services.ts';

export function updateDocument(services: Services): Route {
  return defineRoute({
    method: 'patch',
    path: '/api/documents/{id}',
    summary: 'Change title, classification, readers, owner or dates of a document. It applies at once.',
    tag: 'Knowledge',
    permission: 'document:update',
    errors: 'api',
    bodyKind: 'json',
    params: z.object({ id: z.string() }),
    query: nothing,
    body: documentChange,
    status: 200,
    response: documentDetails,
    async handler({ params, body, principal }) {
      const found = await findPermittedDocument(services, principal, 'document:update', params.id);
      const change = definedOnly(body);
      assertPossible(services, principal, found, change);
      await services.audit.recordEvent(updateEvent(principal, found, change));
      await services.knowledge.changeDocument(found.document.id, change);
      return describeDocument(
        services,
        principal,
        await findPermittedDocument(services, principal, 'document:update', params.id),
      );
    },
  });
}

function definedOnly(body: z.output<typeof documentChange>): DocumentChange {
  const { title, classification, readers, owner, effectiveAt, expiresAt } = body;
  return {
    ...(title === undefined ? {} : { title }),
    ...(classification === undefined ? {} : { classification }),
    ...(readers === undefined ? {} : { readers }),
    ...(owner === undefined ? {} : { owner }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

function assertPossible(
  services: Services,
  principal: Principal,
  { document, collection }: PermittedDocument,
  change: DocumentChange,
): void {
  const own = {
    classification: after(change.classification, document.classification),
    readers: after(change.readers, document.readers),
  };
  assertNarrows(collection, own);
  assertKeepsAccess(services, principal, { document, collection }, own);
  const effectiveAt = after(change.effectiveAt, document.effectiveAt);
  const expiresAt = after(change.expiresAt, document.expiresAt);
  if (effectiveAt === undefined || expiresAt === undefined || effectiveAt < expiresAt) return;
  throw new AppError('ERR_REQUEST_INVALID', 'A document must be in effect before it expires.', {
    status: 400,
    param: 'expiresAt',
  });
}

function after<T>(changed: T | null | undefined, held: T | undefined): T | undefined {
  return changed === undefined ? held : (changed ?? undefined);
}

/** A document that its keeper can no longer change may be closed to everybody, for good. */
function assertKeepsAccess(
  services: Services,
  principal: Principal,
  { document, collection }: PermittedDocument,
  own: OwnRules,
): void {
  const { allowed } = decideOnDocument(services, principal, 'document:update', collection, {
    id: document.id,
    ...own,
  });
  if (allowed) return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'With these readers you could not change the document any more. Name one of your own roles as a reader.',
    { status: 400, param: 'readers' },
  );
}

/** Title and owner may hold a name, so the log says only that they were changed. */
function updateEvent(actor: Principal, found: PermittedDocument, change: DocumentChange): AuditEvent {
  const { classification, readers, effectiveAt, expiresAt } = change;
  const keys = ['title', 'classification', 'readers', 'owner', 'effectiveAt', 'expiresAt'] as const;
  return {
    type: 'document.updated',
    actor,
    collection: found.collection.id,
    document: found.document.id,
    what: keys.filter((key) => change[key] !== undefined),
    ...(classification === undefined ? {} : { classification: classification ?? 'collection' }),
    ...(readers === undefined ? {} : { readers: readers ?? ['collection'] }),
    ...(effectiveAt === undefined ? {} : { effectiveAt: effectiveAt ?? 'always' }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt ?? 'never' }),
  };
}
