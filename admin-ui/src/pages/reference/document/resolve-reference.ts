import { isObject, type JsonObject, objectOf } from '../../../data/json.ts';

/** A schema with its name, when it was reached through a reference. */
export interface Resolved {
  readonly schema: JsonObject;
  readonly name?: string;
}

/** `document` is the whole OpenAPI document; only references into it are followed. */
export function resolveReference(document: JsonObject, schema: JsonObject): Resolved {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return { schema };
  const steps = reference.replace(/^#\//, '').split('/').map(unescapeStep);
  let found: unknown = document;
  for (const step of steps) found = objectOf(found)[step];
  const name = steps.at(-1) ?? reference;
  // OpenAPI 3.1 lets a reference have a description of its own, which then counts.
  const { $ref: _reference, ...own } = schema;
  return isObject(found) ? { schema: { ...found, ...own }, name } : { schema: own, name };
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
