import { isCanonical } from './canonical-text.ts';
import { createLeafCheck, type EntrySchemas, type LeafCheck, schemasByType } from './leaf-check.ts';
import { factsOf, type LeafFacts } from './leaf-facts.ts';
import { createFactsMatcher, type FactsMatcher } from './match-facts.ts';

/** What the bytes of a leaf hold. */
export interface ReadLeaf {
  /** Undefined when they are no entry of a known type. */
  readonly facts?: LeafFacts;
  /** Whether they are RFC 8785 text. */
  readonly canonical: boolean;
}

/** Reads the bytes of a leaf. Hostile input. */
export type LeafReader = (bytes: Buffer) => ReadLeaf;

/** Entries that say something about others, or about the log, are parsed whole. */
const WHOLE = /^(?:content|retention|audit|key|clock)\./;
const MARK = '"type":"';

/** @throws TypeError for a schema that is not understood */
export function createLeafReader(schemas: EntrySchemas): LeafReader {
  const isLeaf = createLeafCheck(schemas);
  const matchers = new Map<string, FactsMatcher>();
  for (const [type, schema] of schemasByType(schemas)) {
    const matcher = WHOLE.test(type) ? undefined : createFactsMatcher(type, schema);
    if (matcher !== undefined) matchers.set(type, matcher);
  }
  return (bytes) => {
    const text = bytes.toString('utf8');
    const start = text.lastIndexOf(MARK) + MARK.length;
    // A pattern is several times as fast as a parser, and what it does not take is parsed.
    const facts = matchers.get(text.slice(start, text.indexOf('"', start)))?.(text);
    return facts === undefined ? parseBytes(bytes, text, isLeaf) : { facts, canonical: true };
  };
}

function parseBytes(bytes: Buffer, text: string, isLeaf: LeafCheck): ReadLeaf {
  try {
    const value: unknown = JSON.parse(text);
    // A lenient decoder would paper over bytes that are not UTF-8.
    if (text.includes('\ufffd') && !Buffer.from(text).equals(bytes)) return { canonical: false };
    if (!isCanonical(text, value)) return { canonical: false };
    return isLeaf(value) ? { facts: factsOf(value), canonical: true } : { canonical: true };
  } catch {
    return { canonical: false };
  }
}
