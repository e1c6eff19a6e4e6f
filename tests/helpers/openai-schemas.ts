import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';

const file = join(process.env['INTRAMURA_DEV_DATA'] ?? '../shared/data', 'openai-openapi.json');

/** Whether OpenAI's description of its API is at hand; it is not part of this repository. */
export const hasOpenaiDescription: boolean = existsSync(file);

/** Validators for the schemas of OpenAI's OpenAPI description, by name. */
export function loadOpenaiSchemas(): (name: string) => ValidateFunction {
  const description = z
    .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const name of ['unixtime', 'double']) ajv.addFormat(name, true);
  ajv.addSchema({ $id: 'openai', components: withNull(description.components) });
  return (name) => ajv.compile({ $ref: `openai#/components/schemas/${name}` });
}

/** OpenAPI 3.0's `nullable`, left over in a 3.1 document, as what it means. */
function withNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNull);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, withNull(child)] as const),
  );
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}
