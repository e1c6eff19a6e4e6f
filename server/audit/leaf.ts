import canonicalize from 'canonicalize';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { hex64, word } from './field.ts';
import { contentBodies } from './content/content-bodies.ts';
import { eventBodies } from './event.ts';
import { abortedBody, exchangeBodies, type UnsealedBody, unsealedBody } from './exchange-bodies.ts';
import { leafHash } from './tree-hash.ts';
import { isSorted } from './verifier/canonical-text.ts';
import type { JsonSchema } from './verifier/json-schema.ts';
import type { EntrySchemas } from './verifier/leaf-check.ts';
import { createLeafReader, type LeafReader } from './verifier/leaf-reader.ts';

const started = z.strictObject({ type: z.literal('audit.started'), node: word, platform: word });

const plainBodies = [started, ...eventBodies, ...contentBodies, abortedBody] as const;
const plainSchema = z.discriminatedUnion('type', plainBodies);
const bodySchema = z.discriminatedUnion('type', [...plainBodies, ...exchangeBodies]);

/** What an entry without content says, by type. */
export type PlainBody = z.output<typeof plainSchema>;

/** What an entry says, by type. */
export type EntryBody = z.output<typeof bodySchema>;

const frameSchema = z.strictObject({
  v: z.literal(1),
  /** Identity of the log, the same as in its checkpoints. */
  origin: word,
  /** Place in the log, from 1. */
  seq: z.int().min(1),
  /** Leaf hash of the entry before; 64 zeros for the first. */
  prev: hex64,
  /** The boot and a number that grows within it. */
  id: z.string().regex(/^[0-9a-f]{32}\.(0|[1-9]\d{0,15})$/),
  at: z.iso.datetime({ precision: 3 }),
  /** One run of the process. */
  boot: z.string().regex(/^[0-9a-f]{32}$/),
  version: word,
  /** SHA-256 of the policy bundle in force. */
  policy: hex64,
});

/** What every entry has. */
export type EntryFrame = z.output<typeof frameSchema>;

/** The record that is hashed. */
export type Leaf = EntryFrame & EntryBody;

/** @throws AppError ERR_INTERNAL when the body is not one of the closed shapes: a fault of the caller's code */
export function parsePlain(body: unknown): PlainBody {
  const parsed = plainSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('ERR_INTERNAL', 'An audit entry does not fit its schema.', { cause: parsed.error });
}

/** The same for an entry whose content is still to be sealed. */
export function parseUnsealed(body: unknown): UnsealedBody {
  const parsed = unsealedBody.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AppError('ERR_INTERNAL', 'An audit entry does not fit its schema.', { cause: parsed.error });
}

/** A leaf of the closed schema, or undefined. Hostile input. */
export function parseLeaf(value: unknown): Leaf | undefined {
  if (!isObject(value)) return undefined;
  const { v, origin, seq, prev, id, at, boot, version, policy, ...rest } = value;
  const frame = frameSchema.safeParse({ v, origin, seq, prev, id, at, boot, version, policy });
  if (!frame.success) return undefined;
  const body = bodySchema.safeParse(rest);
  return body.success ? { ...frame.data, ...body.data } : undefined;
}

/** The closed schema as data, in JSON Schema (2020-12): what a verifier without zod checks by. */
export function entrySchemas(): EntrySchemas {
  const bodies = bodySchema.options.map((body) => [body.shape.type.value, jsonSchema(body)] as const);
  return { frame: jsonSchema(frameSchema), bodies: Object.fromEntries(bodies) };
}

function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...members } = z.toJSONSchema(schema);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- compileSchema refuses every keyword that it does not know
  return members as JsonSchema;
}

let leafReader: LeafReader | undefined;

/** What verifiers read leaves with, made from the schema at its first use. */
export function verifiersLeafReader(): LeafReader {
  return (leafReader ??= createLeafReader(entrySchemas()));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 8785 text: what is stored and hashed, byte for byte. @throws Error for a lone surrogate */
export function encodeLeaf(leaf: Leaf): string {
  const sorted = sortMembers(leaf);
  const text = JSON.stringify(sorted);
  if (isPlain(text, sorted)) return text;
  const canonical = canonicalize(leaf);
  if (canonical === undefined) throw new TypeError('An entry has no canonical form.');
  return canonical;
}

/**
 * Whether `text`, written by JSON.stringify, is RFC 8785 text of the value. It is when members stand in order, which
 * those that look like numbers never do for JavaScript, and no lone surrogate had to be escaped. Three times as fast
 * as writing RFC 8785 member by member.
 */
function isPlain(text: string, sorted: unknown): boolean {
  return !ESCAPED_SURROGATE.test(text) && isSorted(sorted);
}

const ESCAPED_SURROGATE = /\\u[dD]/;

function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!isObject(value)) return value;
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, sortMembers(value[name])]));
}

/** Leaf hash (RFC 6962) of the stored text, hex. */
export function hashLeaf(text: string): string {
  return leafHash(Buffer.from(text)).toString('hex');
}
