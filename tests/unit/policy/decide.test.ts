import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type KeyLimits, type Principal, type Role, roles } from '../../../server/domain/principal.ts';
import { type GrantablePermission, grantablePermissions } from '../../../server/policy/permissions.ts';
import { loadPolicies, type Policies } from '../../../server/policy/policies.ts';
import { classifications, type Resource } from '../../../server/policy/resource.ts';
import { copyPolicies } from './policy-bundle.ts';

let policies: Policies;

beforeAll(async () => {
  policies = await loadPolicies('policies');
});

function user(...held: Role[]): Principal {
  return { kind: 'user', id: 'usr_1', name: 'Somebody', roles: held };
}

function collection(id: string, classification: string, ...readers: string[]): Resource {
  return { type: 'Collection', id, classification, readers };
}

/** Values that the types rule out, as a newer database or a careless caller might hold them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the point of the test
const unknownRole = 'wizard' as Role;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the point of the test
const unknownAction = 'chat:destroy' as GrantablePermission;

const anyRoles = fc.uniqueArray(fc.constantFrom(...roles));
const anyAction = fc.constantFrom<GrantablePermission>(...grantablePermissions);
const anyCollection = fc.record({
  id: fc.constantFrom('a', 'b'),
  classification: fc.constantFrom(...classifications),
  readers: anyRoles,
});
const anyResource: fc.Arbitrary<Resource | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Resource>({ type: 'Application' }, { type: 'AuditLog' }),
  fc.constantFrom('a', 'b').map((id): Resource => ({ type: 'Model', id })),
  anyCollection.map((access): Resource => ({ type: 'Collection', ...access })),
  anyCollection.map((access): Resource => ({ type: 'Document', id: 'doc', collection: access })),
);
const anyLimits = fc.record(
  {
    scopes: fc.uniqueArray(anyAction),
    models: fc.uniqueArray(fc.constantFrom('a', 'b')),
    collections: fc.uniqueArray(fc.constantFrom('a', 'b')),
  },
  { requiredKeys: ['scopes'] },
);

/** The limits of a key said a second time, without Cedar. */
function isWithin(limits: KeyLimits, action: GrantablePermission, resource: Resource | undefined): boolean {
  const { scopes, models, collections } = limits;
  const carried =
    action === 'collection:read' &&
    resource?.type === 'Collection' &&
    (scopes.includes('chat:create') || scopes.includes('knowledge:search'));
  if (!scopes.includes(action) && !carried) return false;
  switch (resource?.type) {
    case 'Model':
      return models?.includes(resource.id) ?? true;
    case 'Collection':
      return collections?.includes(resource.id) ?? true;
    case 'Document':
      return collections?.includes(resource.collection.id) ?? true;
    case 'Conversation':
    case 'Faq':
      return false;
    case 'Application':
    case 'AuditLog':
    case undefined:
      return true;
    default:
      return resource satisfies never;
  }
}

describe('decide', () => {
  it('knows the permissions and roles that the schema declares, no more and no fewer', async () => {
    const schema = await readFile('policies/access/schema.cedarschema', 'utf8');
    const quoted = [...schema.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(new Set(quoted)).toEqual(new Set([...grantablePermissions, ...roles]));
  });

  it('gives the ids of the policies that decided', () => {
    const { allowed, reasons, errors } = policies.decide({
      principal: user('member'),
      action: 'chat:create',
    });
    expect({ allowed, reasons, errors }).toEqual({ allowed: true, reasons: ['member-asks'], errors: [] });
  });

  it('denies what nothing permits, without a reason', () => {
    expect(policies.decide({ principal: user(), action: 'session:read' })).toEqual({
      allowed: false,
      reasons: [],
      errors: [],
    });
  });

  it('denies a role, a reader, an action or a context that the schema does not know', () => {
    const wizard = user('member', unknownRole);
    const member = user('member');
    const unknown = [
      policies.decide({ principal: wizard, action: 'chat:create' }),
      policies.decide({
        principal: member,
        action: 'collection:read',
        resource: collection('a', 'internal', 'member', 'wizard'),
      }),
      policies.decide({ principal: member, action: unknownAction }),
      policies.decide({ principal: member, action: 'chat:create', context: { purpose: 'claims' } }),
      policies.decide({ principal: member, action: 'chat:create', resource: collection('a', 'public') }),
    ];
    for (const { allowed, errors } of unknown) {
      expect(allowed).toBe(false);
      expect(errors.length).toBeGreaterThan(0);
    }
  });

  it('gives a key without limits nothing', () => {
    const principal: Principal = { kind: 'api-key', id: 'key_1', name: '', roles: ['member'] };
    expect(policies.decide({ principal, action: 'chat:create' }).allowed).toBe(false);
  });

  it('lets a scope that this version does not know grant nothing and break nothing', () => {
    const principal: Principal = {
      kind: 'api-key',
      id: 'key_1',
      name: '',
      roles: ['member'],
      limits: { scopes: ['chat:create', 'hologram:create'] },
    };
    expect(policies.decide({ principal, action: 'chat:create' }).allowed).toBe(true);
  });

  it('denies when a policy fails to evaluate, though another permits', async () => {
    const dir = await copyPolicies({
      'access/overflow.cedar':
        '@id("overflow")\nforbid (principal, action, resource) when { 9223372036854775807 + 1 == 0 };\n',
    });
    const decision = (await loadPolicies(dir)).decide({ principal: user('member'), action: 'chat:create' });
    expect(decision.allowed).toBe(false);
    expect(decision.errors.join()).toMatch(/^overflow: .*overflow/);
  });

  it('passes a declared context to the policies of a site', async () => {
    const schema = (await readFile('policies/access/schema.cedarschema', 'utf8')).replace(
      'resource: [Application, Model] }',
      'resource: [Application, Model], context: { purpose?: String } }',
    );
    const dir = await copyPolicies({
      'access/schema.cedarschema': schema,
      'access/purpose.cedar': [
        '@id("no-marketing")',
        'forbid (principal, action == Action::"chat:create", resource)',
        'when { context has purpose && context.purpose == "marketing" };',
      ].join('\n'),
    });
    const site = await loadPolicies(dir);
    const ask = { principal: user('member'), action: 'chat:create' } as const;
    expect(site.decide({ ...ask, context: { purpose: 'service' } }).allowed).toBe(true);
    expect(site.decide({ ...ask, context: { purpose: 'marketing' } })).toEqual({
      allowed: false,
      reasons: ['no-marketing'],
      errors: [],
    });
  });

  it('keeps two loaded bundles apart', async () => {
    const dir = await copyPolicies({
      'access/closed.cedar': '@id("closed")\nforbid (principal, action, resource);\n',
    });
    const closed = await loadPolicies(dir);
    const ask = { principal: user('member'), action: 'chat:create' } as const;
    expect(closed.decide(ask).allowed).toBe(false);
    expect(policies.decide(ask).allowed).toBe(true);
    expect(closed.decide(ask).reasons).toEqual(['closed']);
  });

  it('never lets a key do more than its owner, or more than its own limits', () => {
    const check = fc.property(
      anyRoles,
      anyLimits,
      anyAction,
      anyResource,
      (held, limits, action, resource) => {
        const request = { action, ...(resource === undefined ? {} : { resource }) };
        const key: Principal = { kind: 'api-key', id: 'k', name: '', roles: held, limits };
        const owner = user(...held);
        return (
          !policies.decide({ principal: key, ...request }).allowed ||
          (policies.decide({ principal: owner, ...request }).allowed && isWithin(limits, action, resource))
        );
      },
    );
    expect(() => fc.assert(check, { numRuns: 2000 })).not.toThrow();
  });

  it('opens a restricted collection to listed roles only, whatever else holds', () => {
    const check = fc.property(anyRoles, anyRoles, anyAction, (held, readers, action) => {
      const resource = collection('a', 'restricted', ...readers);
      const { allowed } = policies.decide({ principal: user(...held), action, resource });
      return !allowed || held.some((role) => readers.includes(role));
    });
    expect(() => fc.assert(check, { numRuns: 500 })).not.toThrow();
  });
});

describe('readable', () => {
  const collections = [
    { id: 'handbook', classification: 'internal', readers: [] },
    { id: 'scripts', classification: 'internal', readers: ['agent'] },
    { id: 'board', classification: 'restricted', readers: ['supervisor'] },
    { id: 'odd', classification: 'cosmic', readers: [] },
    { id: 'faq', classification: 'public', readers: [] },
  ];

  it('keeps the order and leaves out what the role may not read', () => {
    expect(policies.readable(user('member'), collections)).toEqual(['handbook', 'faq']);
    expect(policies.readable(user('agent'), collections)).toEqual(['handbook', 'scripts', 'faq']);
    expect(policies.readable(user('supervisor'), collections)).toEqual(['handbook', 'board', 'faq']);
    expect(policies.readable(user('auditor'), collections)).toEqual([]);
  });

  it('keeps to the collections of a key', () => {
    const key: Principal = {
      kind: 'api-key',
      id: 'key_1',
      name: '',
      roles: ['member'],
      limits: { scopes: ['chat:create'], collections: ['faq', 'board'] },
    };
    expect(policies.readable(key, collections)).toEqual(['faq']);
  });
});
