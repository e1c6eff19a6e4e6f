import type { JsonSchema } from './json-schema.ts';

/** A pattern for the whole RFC 8785 text of an object, and what its groups hold, in their order. */
export interface LeafPattern {
  readonly pattern: RegExp;
  /** Members by their path, `actor.id`; objects with free names, whose order the pattern cannot tell, as FREE_NAMES. */
  readonly groups: readonly string[];
}

/** What stands among the groups for an object whose names are free. */
export const FREE_NAMES = '{}';

/** Characters that stand for themselves in JSON: printable ASCII but the quotation mark and the backslash. */
const PLAIN = String.raw`[ !#-\[\]-~]`;
/** Up to 15 digits are always safe integers. */
const DIGITS = String.raw`\d{0,14}`;
const ANY_TEXT = String.raw`^[^\p{Cc}\p{Cs}]*$`;

/**
 * RFC 8785 leaves one way to write a value, so a closed schema is a regular expression over the text. It takes less than
 * the schema allows, never more: text beyond ASCII, long numbers and rare shapes are left to a parser.
 * @param wanted paths of the members that get a group
 * @returns undefined for a schema that has no such pattern
 */
export function leafPattern(schema: JsonSchema, wanted: ReadonlySet<string>): LeafPattern | undefined {
  const groups: string[] = [];
  const source = sourceOf(schema, '', { wanted, groups });
  return source === undefined ? undefined : { pattern: new RegExp(`^${source}$`), groups };
}

interface Building {
  readonly wanted: ReadonlySet<string>;
  readonly groups: string[];
}

function sourceOf(schema: JsonSchema, path: string, building: Building): string | undefined {
  if (schema.anyOf !== undefined)
    return joinAll(
      schema.anyOf.map((of) => sourceOf(of, path, building)),
      '|',
    );
  if (schema.const !== undefined) return escapeText(JSON.stringify(schema.const));
  switch (schema.type) {
    case 'boolean':
      return '(?:true|false)';
    case 'integer':
      return integerSource(schema, path, building);
    case 'string':
      return stringSource(schema, path, building);
    case 'array':
      return arraySource(schema, path, building);
    case 'object':
      return schema.properties === undefined
        ? recordSource(schema, path, building)
        : objectSource(schema, path, building);
    default:
      return undefined;
  }
}

function joinAll(parts: readonly (string | undefined)[], separator: string): string | undefined {
  return parts.includes(undefined) ? undefined : `(?:${parts.join(separator)})`;
}

function escapeText(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/** A group where the member is wanted; groups are counted in the order in which they open. */
function group(path: string, { wanted, groups }: Building, source: string): string {
  if (!wanted.has(path)) return source;
  groups.push(path);
  return `(${source})`;
}

function integerSource(
  { minimum, maximum = 0 }: JsonSchema,
  path: string,
  building: Building,
): string | undefined {
  if (maximum < Number.MAX_SAFE_INTEGER) return undefined;
  if (minimum === 0) return group(path, building, `(?:0|[1-9]${DIGITS})`);
  if (minimum === 1) return group(path, building, `[1-9]${DIGITS}`);
  return minimum === 256 ? String.raw`(?:25[6-9]|2[6-9]\d|[3-9]\d\d|[1-9]\d{3,14})` : undefined;
}

function stringSource(schema: JsonSchema, path: string, building: Building): string | undefined {
  const { enum: values, pattern, minLength = 0, maxLength } = schema;
  if (values !== undefined) return `"${group(path, building, `(?:${values.map(escapeText).join('|')})`)}"`;
  if (pattern === ANY_TEXT && maxLength !== undefined) {
    return `"${group(path, building, `${PLAIN}{${minLength},${maxLength}}`)}"`;
  }
  // What a pattern without negations and wild cards matches is as plain as the pattern is written.
  if (pattern === undefined || !/^\^(?:[\w()|?:{},-]|\[[\w-]+\]|\\[d.])*\$$/.test(pattern)) return undefined;
  return `"${group(path, building, pattern.slice(1, -1).replaceAll(/\((?!\?)/g, '(?:'))}"`;
}

function arraySource(schema: JsonSchema, path: string, building: Building): string | undefined {
  const { items, prefixItems, minItems = 0, maxItems } = schema;
  if (prefixItems !== undefined || items === undefined || items === false) return undefined;
  const item = sourceOf(items, `${path}[]`, building);
  if (item === undefined) return undefined;
  const more = `(?:,${item}){${Math.max(0, minItems - 1)},${maxItems === undefined ? '' : maxItems - 1}}`;
  return String.raw`\[${minItems === 0 ? `(?:${item}${more})?` : `${item}${more}`}\]`;
}

function recordSource(schema: JsonSchema, path: string, building: Building): string | undefined {
  const { propertyNames, additionalProperties } = schema;
  if (propertyNames === undefined || additionalProperties === undefined || additionalProperties === false)
    return undefined;
  building.groups.push(FREE_NAMES);
  const name = sourceOf(propertyNames, `${path}{}`, building);
  const value = sourceOf(additionalProperties, `${path}{}`, building);
  if (name === undefined || value === undefined) return undefined;
  const member = `${name}:${value}`;
  return String.raw`(\{(?:${member}(?:,${member})*)?\})`;
}

function objectSource(
  { properties = {}, required = [] }: JsonSchema,
  path: string,
  building: Building,
): string | undefined {
  if (required.length === 0) return undefined;
  let source = '';
  let begun = false;
  for (const name of Object.keys(properties).toSorted((a, b) => (a < b ? -1 : 1))) {
    const value = sourceOf(properties[name] ?? {}, path === '' ? name : `${path}.${name}`, building);
    if (value === undefined) return undefined;
    const member = `"${escapeText(name)}":${value}`;
    const needed = required.includes(name);
    // Members before the first that is always there bring the comma after them, those behind it the comma before.
    if (!begun) source += needed ? member : `(?:${member},)?`;
    else source += needed ? `,${member}` : `(?:,${member})?`;
    begun ||= needed;
  }
  return String.raw`\{${source}\}`;
}
