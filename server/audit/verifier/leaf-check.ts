import type { Leaf } from '../leaf.ts';
import { compileSchema, type JsonSchema, type SchemaCheck } from './json-schema.ts';

/** The closed schema of entries as data. */
export interface EntrySchemas {
  /** The members that all entries have. */
  readonly frame: JsonSchema;
  /** By type, the members besides; `type` itself is among them. */
  readonly bodies: Readonly<Record<string, JsonSchema>>;
}

/** Whether a parsed JSON value is an entry of a known type. Hostile input. */
export type LeafCheck = (value: unknown) => value is Leaf;

/** @throws TypeError for a schema that is not understood */
export function createLeafCheck({ frame, bodies }: EntrySchemas): LeafCheck {
  const checks = new Map<unknown, SchemaCheck>(
    Object.entries(bodies).map(([type, body]) => [type, compileSchema(joinSchemas(frame, body))]),
  );
  return (value): value is Leaf =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    checks.get(value.type)?.(value) === true;
}

/** A closed object with the members of both. */
function joinSchemas(a: JsonSchema, b: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: { ...a.properties, ...b.properties },
    required: [...(a.required ?? []), ...(b.required ?? [])],
  };
}
