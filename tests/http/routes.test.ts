import { Ajv2020 } from 'ajv/dist/2020.js';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Route } from '../../server/http/define-route.ts';
import { createRoutes } from '../../server/http/routes/index.ts';
import { permissions } from '../../server/policy/permissions.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

/** What anybody may ask for. A route that becomes public must be added here on purpose. */
const publicRoutes = [
  'post /api/auth/login',
  'get /healthz',
  'get /readyz',
  'get /metrics',
  'get /openapi.json',
];

let context: TestContext;
let routes: readonly Route[];

beforeAll(async () => {
  context = await createTestContext();
  routes = createRoutes(context.services);
});

afterAll(() => context[Symbol.asyncDispose]());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

describe('every route', () => {
  it('has a permission, and only those meant to be are public', () => {
    expect(
      routes
        .filter(({ permission }) => permission === 'public')
        .map(nameOf)
        .toSorted(),
    ).toEqual(publicRoutes.toSorted());
    for (const { permission } of routes) expect(permissions).toContain(permission);
  });

  it('stands once', () => {
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length);
  });

  it('turns away who is not signed in, before it reads a body', async () => {
    for (const route of routes.filter(({ permission }) => permission !== 'public')) {
      const path = route.path.replaceAll(/\{\w+\}/g, 'x');
      const reply = await request(context.app)[route.method](path);
      expect(reply.status, nameOf(route)).toBe(401);
    }
  });

  it('turns away a principal without any role', async () => {
    const { policies } = context.services;
    const nobody = { kind: 'user', id: 'usr_x', name: '', roles: [] } as const;
    const granted = routes.filter(
      ({ permission }) =>
        permission !== 'public' && policies.decide({ principal: nobody, action: permission }).allowed,
    );
    expect(granted).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  const described = z.object({
    openapi: z.string(),
    paths: z.record(
      z.string(),
      z.record(
        z.string(),
        z.looseObject({
          operationId: z.string().min(1),
          summary: z.string().min(1),
          tags: z.array(z.string()).length(1),
          'x-permission': z.string(),
          responses: z.record(z.string(), z.unknown()),
        }),
      ),
    ),
    components: z.object({
      schemas: z.record(z.string(), z.looseObject({ description: z.string().min(1) })),
    }),
  });

  it('describes every route and every named schema', async () => {
    const { body } = await request(context.app).get('/openapi.json').expect(200);
    const document = described.parse(body);
    expect(document.openapi).toBe('3.1.0');
    const names = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(names.toSorted()).toEqual(routes.map(nameOf).toSorted());
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds schemas that a validator accepts', async () => {
    const { body } = await request(context.app).get('/openapi.json').expect(200);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'ours', components: body.components });
    for (const name of Object.keys(body.components.schemas)) {
      expect(() => ajv.compile({ $ref: `ours#/components/schemas/${name}` }), name).not.toThrow();
    }
  });
});
