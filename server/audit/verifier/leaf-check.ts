import type { Leaf } from '../leaf.ts';
import { compileSchema, type JsonSchema, type SchemaCheck } from './json-schema.ts';

/** The closed schema of entries as data: one JSON Schema for each type. */
export type EntrySchemas = Readonly<Record<string, JsonSchema>>;

/** Whether a parsed JSON value is an entry of a known type. Hostile input. */
export type LeafCheck = (value: unknown) => value is Leaf;

/** @throws TypeError for a schema that is not understood */
export function createLeafCheck(schemas: EntrySchemas): LeafCheck {
  const checks = new Map<unknown, SchemaCheck>(
    Object.entries(schemas).map(([type, schema]) => [type, compileSchema(schema)]),
  );
  return (value): value is Leaf =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    checks.get(value.type)?.(value) === true;
}
