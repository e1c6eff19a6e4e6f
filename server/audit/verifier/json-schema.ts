/** The part of JSON Schema (2020-12) that the closed schema of entries uses. Anything else is refused, never skipped. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly JsonSchema[];
}

/** Whether a parsed JSON value fits. The value is hostile input. */
export type SchemaCheck = (value: unknown) => boolean;

const KNOWN = new Set(
  (
    'type const enum properties required propertyNames additionalProperties items prefixItems minItems ' +
    'maxItems minLength maxLength pattern format minimum maximum anyOf'
  ).split(' '),
);

/**
 * Turns a schema into a function. Lengths count UTF-16 code units, and `format` adds nothing to the `pattern` beside it.
 * @throws TypeError for a schema that uses a keyword or a form that is not understood
 */
export function compileSchema(schema: JsonSchema): SchemaCheck {
  const foreign = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (foreign !== undefined) throw new TypeError(`The schema keyword ${foreign} is not understood.`);
  if (schema.anyOf !== undefined) return anyOf(schema.anyOf.map(compileSchema));
  if (schema.const !== undefined) return (value) => value === schema.const;
  switch (schema.type) {
    case 'object':
      return objectCheck(schema);
    case 'array':
      return arrayCheck(schema);
    case 'string':
      return stringCheck(schema);
    case 'integer':
      return integerCheck(schema);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    default:
      throw new TypeError(`A schema of type ${String(schema.type)} is not understood.`);
  }
}

function anyOf(checks: readonly SchemaCheck[]): SchemaCheck {
  return (value) => checks.some((check) => check(value));
}

function stringCheck({
  enum: values,
  minLength = 0,
  maxLength = Infinity,
  pattern,
}: JsonSchema): SchemaCheck {
  if (values !== undefined) {
    const allowed = new Set<unknown>(values);
    return (value) => allowed.has(value);
  }
  const shape = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value) =>
    typeof value === 'string' &&
    value.length >= minLength &&
    value.length <= maxLength &&
    (shape === undefined || shape.test(value));
}

function integerCheck({ minimum = -Infinity, maximum = Infinity }: JsonSchema): SchemaCheck {
  return (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum;
}

function arrayCheck({ items, prefixItems, minItems = 0, maxItems = Infinity }: JsonSchema): SchemaCheck {
  const first = (prefixItems ?? []).map(compileSchema);
  const others = items === undefined || items === false ? undefined : compileSchema(items);
  return (value) =>
    Array.isArray(value) &&
    value.length >= minItems &&
    value.length <= maxItems &&
    value.every((item, index) => (first[index] ?? others)?.(item) === true);
}

function objectCheck({ properties, required, propertyNames, additionalProperties }: JsonSchema): SchemaCheck {
  const known = new Map(Object.entries(properties ?? {}).map(([name, of]) => [name, compileSchema(of)]));
  const needed = required ?? [];
  const nameFits = propertyNames === undefined ? undefined : compileSchema(propertyNames);
  // Closed unless said otherwise: what is not described does not belong into an entry.
  const others =
    additionalProperties === undefined || additionalProperties === false
      ? undefined
      : compileSchema(additionalProperties);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const [name, member] of Object.entries(value)) {
      const check = known.get(name) ?? others;
      if (check === undefined || !check(member)) return false;
      if (nameFits !== undefined && !nameFits(name)) return false;
    }
    return needed.every((name) => Object.hasOwn(value, name));
  };
}
