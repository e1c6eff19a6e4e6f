import { type Principal, type Role, roles } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import {
  type AccessGroup,
  type Collection,
  type DocumentScope,
  type DocumentView,
  type Period,
  stateAt,
} from '../knowledge/knowledge.ts';
import type { PolicyDecision } from '../policy/decision.ts';
import { type CollectionAccess, classifications, type OwnRules } from '../policy/resource.ts';
import { notThere } from './collection-access.ts';
import { recordDenial } from './record-denial.ts';
import type { Services } from './services.ts';

type Access = Pick<Services, 'knowledge' | 'policies' | 'audit' | 'logger' | 'clock'>;

export type DocumentAction = 'document:read' | 'document:update' | 'document:delete';

/** A document with the collection it is in. */
export interface PermittedDocument {
  readonly document: DocumentView;
  readonly collection: Collection;
}

/**
 * A document this caller may treat so. One that is not in effect is there only for those who may change it.
 * @throws AppError ERR_NOT_FOUND, alike whether it exists or not
 */
export async function findPermittedDocument(
  access: Access,
  principal: Principal,
  action: DocumentAction,
  id: string,
): Promise<PermittedDocument> {
  const found = await findWithCollection(access, id);
  const decided = decideInTime(access, principal, action, found ?? nowhere(id));
  const decision = found === undefined ? notThere : decided;
  if (found !== undefined && decision.allowed) return found;
  await recordDenial(access, principal, action, decision);
  throw new AppError('ERR_NOT_FOUND', 'The document does not exist, or you may not do this with it.', {
    status: 404,
  });
}

/** Those of these documents that this caller may read now. */
export async function readableDocuments(
  access: Access,
  principal: Principal,
  ids: readonly string[],
): Promise<DocumentView[]> {
  const found = await Promise.all(ids.map((id) => findWithCollection(access, id)));
  return found.flatMap((item) =>
    item !== undefined && decideInTime(access, principal, 'document:read', item).allowed
      ? [item.document]
      : [],
  );
}

async function findWithCollection(
  { knowledge }: Pick<Access, 'knowledge'>,
  id: string,
): Promise<PermittedDocument | undefined> {
  const [document, collections] = await Promise.all([knowledge.document(id), knowledge.collections()]);
  const collection = collections.find((candidate) => candidate.id === document?.collection);
  return document === undefined || collection === undefined ? undefined : { document, collection };
}

/** Stands for a document that is not there, so that to be told so takes as long as to be denied one that is. */
function nowhere(id: string): Decided {
  const collection = { id: 'nowhere', classification: 'internal', readers: [] };
  const document = {
    id,
    classification: undefined,
    readers: undefined,
    effectiveAt: undefined,
    expiresAt: undefined,
  };
  return { document, collection };
}

/** What a decision needs to know. */
interface Decided {
  readonly document: OwnRules & Period & { readonly id: string };
  readonly collection: CollectionAccess;
}

function decideInTime(
  access: Pick<Access, 'policies' | 'clock'>,
  principal: Principal,
  action: DocumentAction,
  { document, collection }: Decided,
): PolicyDecision {
  const decision = decideOnDocument(access, principal, action, collection, document);
  const keeping = decideOnDocument(access, principal, 'document:update', collection, document);
  const isCurrent = stateAt(document, access.clock.now()) === 'current';
  return !decision.allowed || isCurrent ? decision : keeping;
}

/** Whatever its dates say. */
export function decideOnDocument(
  { policies }: Pick<Access, 'policies'>,
  principal: Principal,
  action: DocumentAction,
  collection: CollectionAccess,
  { id, classification, readers }: OwnRules & { readonly id: string },
): PolicyDecision {
  const own = { classification, readers };
  return policies.decide({ principal, action, resource: { type: 'Document', id, collection, own } });
}

/** The roles that read a document while it is in effect. */
export function rolesThatReadDocument(
  access: Pick<Access, 'policies'>,
  { document, collection }: PermittedDocument,
): Role[] {
  return roles.filter((role) => {
    const somebody: Principal = { kind: 'user', id: 'somebody', name: '', roles: [role] };
    return decideOnDocument(access, somebody, 'document:read', collection, document).allowed;
  });
}

/** Which documents of these collections this caller may know of. Of what they may change, also what is not in effect. */
export async function documentScope(
  access: Pick<Access, 'knowledge' | 'policies'>,
  principal: Principal,
  collections: readonly Collection[],
): Promise<DocumentScope> {
  const groups = [...collections.map(sharedGroup), ...(await access.knowledge.groups())];
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  const permitted = (action: DocumentAction): string[] =>
    groups
      .filter((group) => {
        const collection = byId.get(group.collection);
        return (
          collection !== undefined &&
          decideOnDocument(access, principal, action, collection, group).allowed &&
          decideOnDocument(access, principal, 'document:read', collection, group).allowed
        );
      })
      .map(({ id }) => id);
  return { read: permitted('document:read'), keep: permitted('document:update') };
}

function sharedGroup({ id }: Collection): AccessGroup {
  return { id, collection: id, classification: undefined, readers: undefined };
}

/** @throws AppError ERR_REQUEST_INVALID when a document would be open to more than its collection is. */
export function assertNarrows(collection: Collection, { classification, readers }: OwnRules): void {
  const known: readonly string[] = classifications;
  if (
    classification !== undefined &&
    known.indexOf(classification) < known.indexOf(collection.classification)
  ) {
    throw new AppError(
      'ERR_REQUEST_INVALID',
      `A document cannot be less confidential than its collection, which is ${collection.classification}.`,
      { status: 400, param: 'classification' },
    );
  }
  const widened = readers?.find(
    (role) => collection.readers.length > 0 && !collection.readers.includes(role),
  );
  if (widened === undefined) return;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    `Its collection is not read by ${widened}. Name that role as a reader of the collection first.`,
    { status: 400, param: 'readers' },
  );
}
