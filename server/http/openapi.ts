import {
  OpenApiGeneratorV31,
  OpenAPIRegistry,
  type ResponseConfig,
  type RouteConfig,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { nothing, type Route } from './define-route.ts';
import { apiError, openaiError } from './schemas/error.ts';

/** The OpenAPI 3.1 document of the routes, derived from the very schemas that check requests and responses. */
export function describeRoutes(routes: readonly Route[], version: string): Readonly<Record<string, unknown>> {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'intramura_session',
  });
  for (const route of routes) registry.registerPath(describe(route));
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Intramura',
      version,
      description: 'A privacy-first assistant inside your own walls.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  });
  return { ...document };
}

function describe(route: Route): RouteConfig {
  const request = describeRequest(route);
  return {
    method: route.method,
    path: route.path,
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    security: route.permission === 'public' ? [] : [{ key: [] }, { session: [] }],
    'x-permission': route.permission,
    ...(request === undefined ? {} : { request }),
    responses: {
      [route.status]: describeResponse(route),
      default: {
        description: 'An error.',
        content: { 'application/json': { schema: route.errors === 'openai' ? openaiError : apiError } },
      },
    },
  };
}

function describeRequest(route: Route): RouteConfig['request'] {
  const params = asObject(route.params);
  const query = asObject(route.query);
  const body = describeBody(route);
  return {
    ...(params === undefined ? {} : { params }),
    ...(query === undefined ? {} : { query }),
    ...(body === undefined ? {} : { body }),
  };
}

function asObject(schema: z.ZodType): z.ZodObject | undefined {
  return schema !== nothing && schema instanceof z.ZodObject ? schema : undefined;
}

function describeBody(route: Route): NonNullable<RouteConfig['request']>['body'] {
  switch (route.bodyKind) {
    case 'none':
      return undefined;
    case 'json':
      return { required: true, content: { 'application/json': { schema: route.body } } };
    case 'upload':
      return {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', format: 'binary' }, ...describeFields(route.body) },
            },
          },
        },
      };
    default:
      return route.bodyKind satisfies never;
  }
}

/** Fields beside the file of an upload; what they hold is text. */
function describeFields(body: z.ZodType): Record<string, { type: 'string'; description: string }> {
  const fields = Object.entries(asObject(body)?.shape ?? {});
  return Object.fromEntries(
    fields.map(([name, field]) => [name, { type: 'string', description: descriptionOf(field) }]),
  );
}

function descriptionOf(field: unknown): string {
  return field instanceof z.ZodType ? (field.description ?? '') : '';
}

function describeResponse(route: Route): ResponseConfig {
  if (route.status === 204) return { description: 'Done.' };
  return { description: route.summary, content: { [route.produces]: { schema: route.response } } };
}

/** `GET /api/jobs/{id}` → `getApiJobsById`. */
function operationId({ method, path }: Route): string {
  const words = path
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .split(/[^\w]+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
