/** Keywords of JSON Schema (draft 2020-12) that describe a schema and constrain nothing. */
export const schemaAnnotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  '$schema',
  '$id',
  '$comment',
  'deprecated',
]);
