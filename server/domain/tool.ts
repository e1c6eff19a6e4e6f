type Schema = Readonly<Record<string, unknown>>;

/** A function of the caller's own that a model may ask for; the caller runs it. */
export interface Tool {
  readonly name: string;
  /** What it is good for; may be empty. */
  readonly description: string;
  /** JSON Schema of an object. */
  readonly parameters: Schema;
}

export interface ToolOffer {
  readonly tools: readonly Tool[];
  /** Whether the answer must be a call. */
  readonly mustCall: boolean;
}

/** What a model answers where tools are offered. */
export type ToolAnswer =
  | { readonly kind: 'call'; readonly name: string; /** JSON. */ readonly input: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The JSON Schema of such an answer: `{"call":NAME,"arguments":{…}}` or `{"answer":TEXT}`. Definitions of the tools stand at its
 * top, where references find them; of two with one name the later counts (`sharesDefinitions`).
 */
export function toolAnswerSchema({ tools, mustCall }: ToolOffer): Schema {
  const calls = tools.map(({ name, parameters: { $defs: _hoisted, ...parameters } }) =>
    objectOf({ call: { const: name }, arguments: parameters }),
  );
  const options = mustCall ? calls : [...calls, objectOf({ answer: { type: 'string' } })];
  const definitions = Object.fromEntries(tools.flatMap(definitionsOf));
  return { oneOf: options, ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }) };
}

/** Whether two tools define something under one name, so that one of them would mean the other's. */
export function sharesDefinitions({ tools }: ToolOffer): boolean {
  const names = tools.flatMap(definitionsOf).map(([name]) => name);
  return new Set(names).size < names.length;
}

/** Reads an answer of that schema; undefined when it was cut off. The arguments stay as they were written: no digit is lost. */
export function readToolAnswer(answer: string): ToolAnswer | undefined {
  const parsed = parseObject(answer);
  if (typeof parsed?.['answer'] === 'string') return { kind: 'text', text: parsed['answer'] };
  const name = parsed?.['call'];
  const before = /^\s*\{\s*"call"\s*:\s*"[^"\\]*"\s*,\s*"arguments"\s*:\s*/.exec(answer);
  if (typeof name !== 'string' || before === null) return undefined;
  return { kind: 'call', name, input: answer.slice(before[0].length, answer.lastIndexOf('}')).trim() };
}

function definitionsOf({ parameters }: Tool): [string, unknown][] {
  const { $defs: definitions } = parameters;
  return typeof definitions === 'object' && definitions !== null ? Object.entries(definitions) : [];
}

function objectOf(properties: Schema): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function parseObject(text: string): Schema | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
