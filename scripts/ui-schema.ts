import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { z } from 'zod';
import { describeRoutes } from '../server/http/openapi.ts';
import { createRoutes } from '../server/http/routes/index.ts';
import type { Services } from '../server/http/services.ts';

const schema = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.object({ schema })).optional();
const operation = z.object({
  operationId: z.string(),
  parameters: z
    .array(z.object({ in: z.string(), name: z.string(), required: z.boolean().optional(), schema }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content })),
});
const documentShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

/**
 * The types of the admin UI's client, written from the OpenAPI document: one entry of `Operations` for each route,
 * named `METHOD /path`, with its `params`, `query`, `body` and `response`.
 */
export async function renderUiSchema(): Promise<string> {
  const { paths, components } = documentShape.parse(describeProduct());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, found]) => [`${method.toUpperCase()} ${path}`, describeOperation(found)] as const,
    ),
  );
  const root = {
    type: 'object',
    additionalProperties: false,
    required: operations.map(([name]) => name),
    properties: Object.fromEntries(operations),
    definitions: components.schemas,
  };
  // The schemas are OpenAPI 3.1, which is JSON Schema; only the place of the definitions differs.
  const text = JSON.stringify(root).replaceAll('#/components/schemas/', '#/definitions/');
  const parsed: JSONSchema = schema.parse(JSON.parse(text));
  return compile(parsed, 'Operations', {
    additionalProperties: false,
    bannerComment: '// Written by `npm run docs` from the OpenAPI document. Do not edit.',
    // Bounds of lists are the server's to hold: as types they would be a union of every length.
    maxItems: -1,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/** The document as `/openapi.json` gives it. Routes are only described here: none of their services is used. */
function describeProduct(): unknown {
  const services: unknown = new Proxy(() => undefined, { get: () => services });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands for every service, and none is used
  return JSON.parse(JSON.stringify(describeRoutes(createRoutes(services as Services), '0')));
}

function describeOperation(found: z.infer<typeof operation>): JSONSchema {
  const body = schemaOf(found.requestBody?.content);
  const [response] = Object.entries(found.responses)
    .filter(([status]) => status !== 'default')
    .map(([, reply]) => schemaOf(reply.content));
  const parts = {
    ...parametersIn('path', 'params', found),
    ...parametersIn('query', 'query', found),
    ...(body === undefined ? {} : { body }),
    response: response ?? { tsType: 'undefined' },
  };
  const required = Object.keys(parts).filter((name) => name !== 'query' || hasRequiredQuery(found));
  return { type: 'object', additionalProperties: false, required, properties: parts };
}

function hasRequiredQuery({ parameters }: z.infer<typeof operation>): boolean {
  return parameters.some((parameter) => parameter.in === 'query' && parameter.required === true);
}

function parametersIn(
  place: string,
  name: string,
  { parameters }: z.infer<typeof operation>,
): Record<string, JSONSchema> {
  const here = parameters.filter((parameter) => parameter.in === place);
  if (here.length === 0) return {};
  return {
    [name]: {
      type: 'object',
      additionalProperties: false,
      required: here.filter(({ required }) => required === true).map((parameter) => parameter.name),
      properties: Object.fromEntries(here.map((parameter) => [parameter.name, parameter.schema])),
    },
  };
}

/** A form with a file has no type of its own: the client takes a `FormData`. */
function schemaOf(media: z.infer<typeof content>): JSONSchema | undefined {
  const [found] = Object.entries(media ?? {});
  if (found === undefined) return undefined;
  const [type, { schema: described }] = found;
  if (type === 'multipart/form-data') return { tsType: 'FormData' };
  return described;
}
