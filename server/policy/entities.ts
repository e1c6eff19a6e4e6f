import type { Principal } from '../domain/principal.ts';
import type { Entity, EntityRef } from './cedar.ts';
import { type GrantablePermission, isGrantablePermission } from './permissions.ts';
import type { CollectionAccess, Resource } from './resource.ts';

const reference = (type: string) => (id: string) => ({ __entity: { type, id } });

function roleParents(roles: readonly string[]): EntityRef[] {
  return roles.map((id) => ({ type: 'Role', id }));
}

/** The caller as the policies see it. A key without limits has no scope and may therefore do nothing. */
export function principalEntity(principal: Principal): Entity {
  const parents = roleParents(principal.roles);
  if (principal.kind === 'user' && principal.limits === undefined) {
    return { uid: { type: 'User', id: principal.id }, attrs: {}, parents };
  }
  const { scopes = [], models, collections } = principal.limits ?? {};
  return {
    uid: { type: 'ApiKey', id: principal.id },
    attrs: {
      // A scope that this version does not know grants nothing, and must not disable the rest of the key.
      scopes: scopes.filter(isGrantablePermission).map(reference('Action')),
      ...(models === undefined ? {} : { models: models.map(reference('Model')) }),
      ...(collections === undefined ? {} : { collections: collections.map(reference('Collection')) }),
    },
    parents,
  };
}

/** What is acted on. `modelRoles` says who may use a model. */
export function resourceEntity(resource: Resource, modelRoles: (model: string) => readonly string[]): Entity {
  switch (resource.type) {
    case 'Application':
    case 'AuditLog':
      return { uid: { type: resource.type, id: 'intramura' }, attrs: {}, parents: [] };
    case 'Model':
      return {
        uid: { type: 'Model', id: resource.id },
        attrs: { roles: modelRoles(resource.id).map(reference('Role')) },
        parents: [],
      };
    case 'Collection':
      return { uid: { type: 'Collection', id: resource.id }, attrs: accessAttributes(resource), parents: [] };
    case 'Conversation':
      return {
        uid: { type: 'Conversation', id: resource.id },
        attrs: { owner: reference('User')(resource.owner) },
        parents: [],
      };
    case 'Document':
      return {
        uid: { type: 'Document', id: resource.id },
        attrs: accessAttributes(resource.collection),
        parents: [{ type: 'Collection', id: resource.collection.id }],
      };
    case 'Faq':
      return {
        uid: { type: 'Faq', id: resource.id },
        attrs: {
          ...accessAttributes(resource.collection),
          narrowed: resource.narrowed.map(reference('Role')),
          authors: resource.authors.map(reference('User')),
        },
        parents: [{ type: 'Collection', id: resource.collection.id }],
      };
    default:
      return resource satisfies never;
  }
}

/** The resource of a request that names none. */
export function defaultResource(action: GrantablePermission): Resource {
  return { type: action.startsWith('audit:') ? 'AuditLog' : 'Application' };
}

function accessAttributes({ classification, readers }: CollectionAccess): Entity['attrs'] {
  return { classification, readers: readers.map(reference('Role')) };
}
