import type { Role } from '../../data/people.ts';
import type { DecisionRequest } from '../../data/policies.ts';
import type { Permission } from '../../data/session.ts';

export const resourceKinds = ['none', 'Model', 'Collection', 'Document', 'Conversation'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const;
export type Classification = (typeof classifications)[number];

/** What stands in the form of the simulator. */
export interface SimulatedRequest {
  kind: 'user' | 'api-key';
  id: string;
  roles: Role[];
  scopes: Permission[];
  models: string[];
  collections: string[];
  action: Permission;
  resource: ResourceKind;
  resourceId: string;
  classification: Classification;
  readers: Role[];
  collection: string;
  owner: string;
}

export const firstRequest: SimulatedRequest = {
  kind: 'user',
  id: 'example',
  roles: ['administrator'],
  scopes: [],
  models: [],
  collections: [],
  action: 'audit:read',
  resource: 'none',
  resourceId: 'example',
  classification: 'internal',
  readers: [],
  collection: 'handbook',
  owner: 'somebody-else',
};

/** The request as the server takes it: only what fits the kinds of caller and resource. */
export function toDecisionRequest(form: SimulatedRequest): DecisionRequest {
  const resource = toResource(form);
  return {
    principal: toPrincipal(form),
    action: form.action,
    ...(resource === undefined ? {} : { resource }),
  };
}

function toPrincipal({
  kind,
  id,
  roles,
  scopes,
  models,
  collections,
}: SimulatedRequest): DecisionRequest['principal'] {
  if (kind === 'user') return { kind, id: id.trim() === '' ? 'example' : id.trim(), roles };
  return {
    kind,
    roles,
    limits: {
      scopes,
      ...(models.length === 0 ? {} : { models }),
      ...(collections.length === 0 ? {} : { collections }),
    },
  };
}

function toResource(form: SimulatedRequest): DecisionRequest['resource'] {
  const { resource: type, resourceId: id, classification, readers, collection, owner } = form;
  switch (type) {
    case 'none':
      return undefined;
    case 'Model':
      return { type, id };
    case 'Collection':
      return { type, id, classification, readers };
    case 'Document':
      return { type, id, collection: { id: collection, classification, readers } };
    case 'Conversation':
      return { type, id, owner };
    default:
      return type satisfies never;
  }
}
