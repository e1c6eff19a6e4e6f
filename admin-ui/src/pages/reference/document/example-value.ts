import { isObject, type JsonObject, listOf, objectOf, stringsOf } from '../../../data/json.ts';
import { resolveReference } from './resolve-reference.ts';

/** Deeper than this nothing is made up: a schema may hold itself. */
const DEEPEST = 8;

/** A small value that fits a schema: the document's own example where there is one, else the required fields only. */
export function exampleValue(document: JsonObject, schema: unknown): unknown {
  return valueOf(document, objectOf(schema), 0);
}

function valueOf(document: JsonObject, unresolved: JsonObject, depth: number): unknown {
  const { schema } = resolveReference(document, unresolved);
  if (depth > DEEPEST) return null;
  const [given] = listOf(schema['examples']);
  if (given !== undefined) return given;
  if (schema['default'] !== undefined) return schema['default'];
  if ('const' in schema) return schema['const'];
  const [first] = listOf(schema['enum']);
  if (first !== undefined) return first;
  const [member] = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])];
  if (member !== undefined) return valueOf(document, objectOf(member), depth + 1);
  return ofType(document, schema, depth);
}

function ofType(document: JsonObject, schema: JsonObject, depth: number): unknown {
  const { type } = schema;
  switch (Array.isArray(type) ? type[0] : type) {
    case 'string':
      return exampleText(schema);
    case 'integer':
    case 'number':
      return typeof schema['minimum'] === 'number' ? schema['minimum'] : 0;
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'array':
      return exampleItems(document, schema, depth);
    default:
      return exampleFields(document, schema, depth);
  }
}

function exampleItems(document: JsonObject, schema: JsonObject, depth: number): unknown[] {
  if (!isObject(schema['items'])) return [];
  return [valueOf(document, schema['items'], depth + 1)];
}

function exampleFields(document: JsonObject, schema: JsonObject, depth: number): JsonObject {
  const required = stringsOf(schema['required']);
  const properties = objectOf(schema['properties']);
  return Object.fromEntries(
    required.map((name) => [name, valueOf(document, objectOf(properties[name]), depth + 1)]),
  );
}

function exampleText(schema: JsonObject): string {
  const shortest = typeof schema['minLength'] === 'number' ? schema['minLength'] : 0;
  return 'text'.padEnd(shortest, '-');
}
