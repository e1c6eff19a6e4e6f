import { schemaAnnotations } from '../domain/schema-annotations.ts';
import { AppError } from '../errors.ts';

/**
 * The subset of JSON Schema (draft 2020-12) whose grammar makes every output valid. node-llama-cpp's converter
 * ignores other keywords in silence, so they are refused here instead.
 */
const scalarTypes = ['string', 'number', 'integer', 'boolean', 'null'];
const formats = ['date-time', 'time', 'date'];

/** Keywords of JSON Schema, old and new, that an error may name: any other word is the caller's own. */
const keywordsOfOthers = new Set(
  `$anchor $dynamicAnchor $dynamicRef $id $recursiveRef $schema $vocabulary additionalItems allOf anyOf contains
  contentEncoding contentMediaType contentSchema definitions dependencies dependentRequired dependentSchemas else
  exclusiveMaximum exclusiveMinimum if maxContains maximum minContains minimum multipleOf not nullable oneOf pattern
  patternProperties propertyNames then unevaluatedItems unevaluatedProperties uniqueItems additionalProperties const
  enum format items maxItems maxLength maxProperties minItems minLength minProperties prefixItems properties required
  type $ref $defs`.split(/\s+/),
);

/** Limits that keep the grammar small: llama.cpp refuses longer repetitions. */
const MOST_REPETITIONS = 1_000;
const MOST_DEPTH = 32;
const MOST_NODES = 2_000;

type Schema = Readonly<Record<string, unknown>>;

interface Walk {
  readonly definitions: ReadonlySet<string>;
  nodes: number;
}

/**
 * @throws AppError ERR_INFERENCE_GRAMMAR (400) naming the first keyword that cannot be kept, and where it stands.
 */
export function assertSchemaSupported(schema: Schema): void {
  const definitions = isRecord(schema['$defs']) ? Object.keys(schema['$defs']) : [];
  const walk: Walk = { definitions: new Set(definitions), nodes: 0 };
  checkSchema(schema, '#', 0, walk);
  if (isRecord(schema['$defs'])) checkEach(schema['$defs'], '#/$defs', 1, walk);
}

function checkSchema(value: unknown, at: string, depth: number, walk: Walk): void {
  if (!isRecord(value)) throw unsupported(at, 'must be a JSON object');
  walk.nodes += 1;
  if (walk.nodes > MOST_NODES || depth > MOST_DEPTH) throw unsupported(at, 'is too large or too deep');
  if ('$defs' in value && at !== '#') throw unsupported(`${at}/$defs`, 'is supported at the top only');
  if ('$ref' in value) checkReference(value, at, walk);
  else if ('oneOf' in value) checkOneOf(value, at, depth, walk);
  else if ('const' in value) checkLiterals(value, 'const', [value['const']], at);
  else if ('enum' in value) checkLiterals(value, 'enum', value['enum'], at);
  else checkTyped(value, at, depth, walk);
}

function checkReference(schema: Schema, at: string, walk: Walk): void {
  allowOnly(schema, ['$ref', '$defs'], at);
  const name = /^#\/\$defs\/([^/]+)$/.exec(String(schema['$ref']))?.[1];
  if (name === undefined || !walk.definitions.has(name))
    throw unsupported(`${at}/$ref`, 'must name an entry of #/$defs');
}

function checkOneOf(schema: Schema, at: string, depth: number, walk: Walk): void {
  allowOnly(schema, ['oneOf', '$defs'], at);
  const options = schema['oneOf'];
  if (!Array.isArray(options) || options.length === 0)
    throw unsupported(`${at}/oneOf`, 'must be a filled array');
  options.forEach((option, index) => checkSchema(option, `${at}/oneOf/${index}`, depth + 1, walk));
}

function checkLiterals(schema: Schema, keyword: string, values: unknown, at: string): void {
  allowOnly(schema, [keyword, 'type', '$defs'], at);
  if (!Array.isArray(values) || values.length === 0)
    throw unsupported(`${at}/${keyword}`, 'must be a filled array');
  const types = 'type' in schema ? [schema['type']].flat() : scalarTypes;
  for (const value of values) {
    const mine = literalTypes(value);
    if (mine.length === 0)
      throw unsupported(`${at}/${keyword}`, 'must hold plain text, numbers, true, false or null');
    if (!mine.some((type) => types.includes(type)))
      throw unsupported(`${at}/${keyword}`, 'holds a value of another type than `type` says');
  }
}

function literalTypes(value: unknown): readonly string[] {
  if (value === null) return ['null'];
  if (typeof value === 'boolean') return ['boolean'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return typeof value === 'string' && isPlain(value) ? ['string'] : [];
}

function checkTyped(schema: Schema, at: string, depth: number, walk: Walk): void {
  const { type } = schema;
  if (type === 'object') checkObject(schema, at, depth, walk);
  else if (type === 'array') checkArray(schema, at, depth, walk);
  else if (type === 'string') checkString(schema, at);
  else {
    allowOnly(schema, ['type', '$defs'], at);
    const types = [type].flat();
    if (types.length === 0 || !types.every((name) => typeof name === 'string' && scalarTypes.includes(name)))
      throw unsupported(`${at}/type`, 'must be one type, or a list of types without object and array');
  }
}

function checkObject(schema: Schema, at: string, depth: number, walk: Walk): void {
  const own = [
    'type',
    'properties',
    'required',
    'additionalProperties',
    'minProperties',
    'maxProperties',
    '$defs',
  ];
  allowOnly(schema, own, at);
  const properties = schema['properties'] ?? {};
  if (!isRecord(properties)) throw unsupported(`${at}/properties`, 'must be a JSON object');
  const names = Object.keys(properties);
  if (!names.every(isPlain)) throw unsupported(`${at}/properties`, 'has a name with control characters');
  const required = schema['required'] ?? [];
  if (!Array.isArray(required) || !required.every((name) => names.includes(String(name))))
    throw unsupported(`${at}/required`, 'must list names of `properties`');
  checkRange(schema, 'minProperties', 'maxProperties', names.length, at);
  checkEach(properties, `${at}/properties`, depth + 1, walk);
  const more = schema['additionalProperties'];
  if (more !== undefined && typeof more !== 'boolean')
    checkSchema(more, `${at}/additionalProperties`, depth + 1, walk);
}

function checkArray(schema: Schema, at: string, depth: number, walk: Walk): void {
  allowOnly(schema, ['type', 'items', 'prefixItems', 'minItems', 'maxItems', '$defs'], at);
  const prefix = schema['prefixItems'] ?? [];
  if (!Array.isArray(prefix)) throw unsupported(`${at}/prefixItems`, 'must be an array');
  checkRange(schema, 'minItems', 'maxItems', prefix.length, at);
  prefix.forEach((item, index) => checkSchema(item, `${at}/prefixItems/${index}`, depth + 1, walk));
  if (schema['items'] !== undefined) checkSchema(schema['items'], `${at}/items`, depth + 1, walk);
}

function checkString(schema: Schema, at: string): void {
  allowOnly(schema, ['type', 'minLength', 'maxLength', 'format', '$defs'], at);
  checkRange(schema, 'minLength', 'maxLength', 0, at);
  const { format } = schema;
  if (format === undefined) return;
  if (typeof format !== 'string' || !formats.includes(format))
    throw unsupported(`${at}/format`, `must be one of ${formats.join(', ')}`);
  if ('minLength' in schema || 'maxLength' in schema)
    throw unsupported(`${at}/format`, 'cannot be combined with a length');
}

/** `least`: what is there anyway, so that the upper limit cannot be below it. */
function checkRange(schema: Schema, low: string, high: string, least: number, at: string): void {
  const from = schema[low] ?? 0;
  const to = schema[high] ?? MOST_REPETITIONS;
  const inRange = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_REPETITIONS;
  if (!inRange(from) || !inRange(to)) {
    throw unsupported(
      `${at}/${inRange(from) ? high : low}`,
      `must be a whole number up to ${MOST_REPETITIONS}`,
    );
  }
  if (to < from || to < least) throw unsupported(`${at}/${high}`, 'is too small for the rest of the schema');
}

/** Names are the caller's own and may be values: an error tells which of them it is, from 1. */
function checkEach(schemas: Schema, at: string, depth: number, walk: Walk): void {
  for (const [index, schema] of Object.values(schemas).entries())
    checkSchema(schema, `${at}/[${index + 1}]`, depth, walk);
}

function allowOnly(schema: Schema, keywords: readonly string[], at: string): void {
  const foreign = Object.keys(schema).find((key) => !keywords.includes(key) && !schemaAnnotations.has(key));
  if (foreign === undefined) return;
  if (keywordsOfOthers.has(foreign)) throw unsupported(`${at}/${foreign}`, 'is not supported');
  throw unsupported(at, 'has a keyword that is not known');
}

/** Text that the converter writes into the grammar unharmed. */
function isPlain(text: string): boolean {
  return !/[\p{Cc}\p{Surrogate}]/u.test(text);
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unsupported(at: string, problem: string): AppError {
  return new AppError(
    'ERR_INFERENCE_GRAMMAR',
    `The JSON schema cannot be kept: ${at} ${problem}. Supported are type, properties, required, additionalProperties, items, prefixItems, enum, const, oneOf, $ref to $defs, and limits of length and number.`,
    { status: 400, param: 'response_format' },
  );
}
