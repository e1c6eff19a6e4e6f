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
export function createLeafCheck(schemas: EntrySchemas): LeafCheck {
  const checks = new Map<unknown, SchemaCheck>(
    schemasByType(schemas).map(([type, schema]) => [type, compileSchema(schema)]),
  );
  return (value): value is Leaf =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    checks.get(value.type)?.(value) === true;
}

/** Each type with its closed object: the members of the frame and those of the body. */
export function schemasByType({ frame, bodies }: EntrySchemas): readonly (readonly [string, JsonSchema])[] {
  return Object.entries(bodies).map(([type, body]) => [
    type,
    {
      type: 'object',
      properties: { ...frame.properties, ...body.properties },
      required: [...(frame.required ?? []), ...(body.required ?? [])],
    },
  ]);
}
