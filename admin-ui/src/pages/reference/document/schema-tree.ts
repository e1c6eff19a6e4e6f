import { isObject, type JsonObject, listOf, objectOf, stringsOf, textOf } from '../../../data/json.ts';
import { resolveReference } from './resolve-reference.ts';

const countedConstraints = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
] as const;

/** What a value must keep to beyond its type. */
export type Constraint =
  | { readonly kind: (typeof countedConstraints)[number]; readonly value: number }
  | { readonly kind: 'pattern' | 'format'; readonly value: string }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'default'; readonly value: string }
  | { readonly kind: 'closed' };

/** One line of a schema as people read it, with the lines below it. */
export interface SchemaNode {
  /** Stable within the tree. */
  readonly key: string;
  /** Absent for the root, the items of a list and the members of a choice. */
  readonly name?: string;
  /** JSON types, for example `string`, `integer | null`, `string[]`. */
  readonly type: string;
  /** Name of the schema in the document, when it has one. */
  readonly schemaName?: string;
  readonly required: boolean;
  readonly description: string;
  readonly constraints: readonly Constraint[];
  /** What the children are: fields of an object, items of a list, one or all of several shapes, values under any name. */
  readonly children: readonly SchemaNode[];
  readonly relation: 'fields' | 'items' | 'one-of' | 'all-of' | 'values';
  /** The schema holds itself: it is not unfolded again. */
  readonly recursive: boolean;
}

interface Place {
  readonly key: string;
  readonly name?: string;
  readonly required: boolean;
  /** Names of the schemas above, to notice one that holds itself. */
  readonly above: readonly string[];
}

/** Unfolds a schema of an OpenAPI 3.1 document: references resolved, limits read, recursion cut. */
export function toSchemaTree(document: JsonObject, schema: unknown): SchemaNode {
  return toNode(document, objectOf(schema), { key: '$', required: true, above: [] });
}

function toNode(document: JsonObject, unresolved: JsonObject, place: Place): SchemaNode {
  const { schema, name: schemaName } = resolveReference(document, unresolved);
  const recursive = schemaName !== undefined && place.above.includes(schemaName);
  const above = schemaName === undefined ? place.above : [...place.above, schemaName];
  const inside = { ...place, above };
  return {
    key: place.key,
    ...(place.name === undefined ? {} : { name: place.name }),
    type: describeType(document, schema),
    ...(schemaName === undefined ? {} : { schemaName }),
    required: place.required,
    description: textOf(schema['description']),
    constraints: readConstraints(schema),
    ...(recursive ? ({ children: [], relation: 'fields' } as const) : unfold(document, schema, inside)),
    recursive,
  };
}

function unfold(
  document: JsonObject,
  schema: JsonObject,
  place: Place,
): Pick<SchemaNode, 'children' | 'relation'> {
  const properties = Object.entries(objectOf(schema['properties']));
  if (properties.length > 0)
    return { relation: 'fields', children: fields(document, schema, properties, place) };
  for (const [keyword, relation] of [
    ['anyOf', 'one-of'],
    ['oneOf', 'one-of'],
    ['allOf', 'all-of'],
  ] as const) {
    const members = listOf(schema[keyword]).filter((member) => !isNull(member));
    if (members.length > 0) return { relation, children: choices(document, members, place) };
  }
  if (isObject(schema['items'])) return ofItems(document, schema['items'], place);
  if (isObject(schema['additionalProperties'])) {
    return {
      relation: 'values',
      children: [toNode(document, schema['additionalProperties'], below(place, '*', false))],
    };
  }
  return { relation: 'fields', children: [] };
}

function fields(
  document: JsonObject,
  schema: JsonObject,
  properties: readonly (readonly [string, unknown])[],
  place: Place,
): readonly SchemaNode[] {
  const required = new Set(stringsOf(schema['required']));
  return properties.map(([name, property]) =>
    toNode(document, objectOf(property), { ...below(place, name, required.has(name)), name }),
  );
}

function choices(document: JsonObject, members: readonly unknown[], place: Place): readonly SchemaNode[] {
  return members.map((member, index) =>
    toNode(document, objectOf(member), below(place, String(index), true)),
  );
}

/** Plain items say all in the type; only those with something below them get a line. */
function ofItems(
  document: JsonObject,
  items: JsonObject,
  place: Place,
): Pick<SchemaNode, 'children' | 'relation'> {
  const node = toNode(document, items, below(place, '[]', true));
  const says = node.children.length > 0 || node.constraints.length > 0 || node.recursive;
  return { relation: 'items', children: says ? [node] : [] };
}

function below({ key, above }: Place, step: string, required: boolean): Place {
  return { key: `${key}.${step}`, required, above };
}

function describeType(document: JsonObject, schema: JsonObject): string {
  const { type } = schema;
  if (type === 'array') return `${typeOfItems(document, schema)}[]`;
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) {
    return stringsOf(type)
      .map((one) => (one === 'array' ? `${typeOfItems(document, schema)}[]` : one))
      .join(' | ');
  }
  const members = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])].map((member) =>
    describeMember(document, objectOf(member)),
  );
  if (members.length > 0) return [...new Set(members)].join(' | ');
  if (listOf(schema['allOf']).length > 0 || isObject(schema['properties'])) return 'object';
  return typeOfConst(schema);
}

function typeOfItems(document: JsonObject, schema: JsonObject): string {
  if (!isObject(schema['items'])) return 'any';
  const type = describeMember(document, schema['items']);
  return type.includes(' | ') ? `(${type})` : type;
}

function describeMember(document: JsonObject, unresolved: JsonObject): string {
  const { schema, name } = resolveReference(document, unresolved);
  return name ?? describeType(document, schema);
}

function typeOfConst(schema: JsonObject): string {
  if ('const' in schema) return schema['const'] === null ? 'null' : typeof schema['const'];
  return 'any';
}

function readConstraints(schema: JsonObject): readonly Constraint[] {
  const found: Constraint[] = [];
  const values = 'const' in schema ? [schema['const']] : listOf(schema['enum']);
  if (values.length > 0) found.push({ kind: 'enum', values: values.map((value) => JSON.stringify(value)) });
  for (const kind of countedConstraints) {
    const value = schema[kind];
    if (typeof value === 'number') found.push({ kind, value });
  }
  for (const kind of ['pattern', 'format'] as const) {
    const value = schema[kind];
    if (typeof value === 'string') found.push({ kind, value });
  }
  if (schema['default'] !== undefined)
    found.push({ kind: 'default', value: JSON.stringify(schema['default']) });
  if (schema['additionalProperties'] === false && isObject(schema['properties']))
    found.push({ kind: 'closed' });
  return found;
}

function isNull(member: unknown): boolean {
  return isObject(member) && member['type'] === 'null';
}
