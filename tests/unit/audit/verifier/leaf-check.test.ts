import canonicalize from 'canonicalize';
import { constantFrom, assert as holds, jsonValue, nat, oneof, property, record } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { entrySchemas, parseLeaf } from '../../../../server/audit/leaf.ts';
import { isCanonical } from '../../../../server/audit/verifier/canonical-text.ts';
import { compileSchema } from '../../../../server/audit/verifier/json-schema.ts';
import { createLeafCheck } from '../../../../server/audit/verifier/leaf-check.ts';
import { factsOf } from '../../../../server/audit/verifier/leaf-facts.ts';
import { createLeafReader } from '../../../../server/audit/verifier/leaf-reader.ts';
import { contentOf, createHonestLog } from '../tampered-log.ts';

const odd = oneof(
  constantFrom(null, -1, 0, 1.5, 2 ** 53, '', 'x'.repeat(257), 'a\nb', '李娜😀', [], {}, true, 255, 256),
  constantFrom('f'.repeat(64), 'F'.repeat(64), '2026-02-30T09:00:00.010Z', '2024-02-29T09:00:00.010Z'),
  constantFrom(
    'quoted "word"',
    String.raw`back\slash`,
    'verbatim',
    1e15,
    999_999_999_999_999,
    Number.MAX_SAFE_INTEGER,
  ),
  jsonValue(),
);

const isLeaf = createLeafCheck(entrySchemas());

/** A leaf of each type that an honest log of exchanges has. */
let leaves: unknown[];

beforeAll(async () => {
  using folder = await createHonestLog();
  const all = (await contentOf(folder)).map((line): unknown => JSON.parse(line));
  leaves = [...new Map(all.map((leaf) => [typeOf(leaf), leaf])).values()];
});

describe('the schema that a verifier brings', () => {
  it('knows every type of entry', () => {
    expect(Object.keys(entrySchemas().bodies)).toEqual(
      expect.arrayContaining(['audit.started', 'exchange.intended', 'policy.loaded', 'user.created']),
    );
  });

  it('takes what the log takes, and refuses what the log refuses, wherever a leaf is changed', () => {
    let refused = 0;
    holds(
      property(nat(), nat(), odd, constantFrom('replace', 'remove', 'add'), (which, where, value, how) => {
        const leaf = structuredClone(leaves[which % leaves.length]);
        change(leaf, where, how, value);
        const taken = parseLeaf(leaf) !== undefined;
        if (!taken) refused += 1;
        expect(isLeaf(leaf)).toBe(taken);
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(500);
    expect(leaves.every(isLeaf)).toBe(true);
  });

  it('reads the text of an entry alike by its pattern and by a parser, wherever it is changed', () => {
    const reader = createLeafReader(entrySchemas());
    let fast = 0;
    holds(
      property(
        nat(),
        nat(),
        odd,
        constantFrom('replace', 'remove', 'add', 'keep'),
        (which, where, value, how) => {
          const leaf = structuredClone(leaves[which % leaves.length]);
          if (how !== 'keep') change(leaf, where, how, value);
          const text = canonicalize(leaf) ?? '';
          const { facts, canonical } = reader(Buffer.from(text));
          expect(canonical).toBe(true);
          const known = parseLeaf(leaf);
          if (facts !== undefined && facts.leaf === undefined) fast += 1;
          const { leaf: _, ...read } = facts ?? {};
          const { leaf: __, ...expected } = known === undefined ? {} : factsOf(known);
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 3000 },
    );
    // Otherwise nothing was compared.
    expect(fast).toBeGreaterThan(300);
  });

  it.each([
    ['members in another order', (text: string) => text.replace(/^\{(".*?),(".*)\}$/, '{$2,$1}')],
    ['a doubled member', (text: string) => text.replace('"v":1', '"v":1,"v":1')],
    ['a space', (text: string) => text.replace('"v":1', '"v": 1')],
    ['an exponent', (text: string) => text.replace('"bucket":256', '"bucket":2.56e2')],
    ['a zero before', (text: string) => text.replace('"v":1', '"v":01')],
    ['names out of order', (text: string) => text.replace(/"redaction":\{\}/, '"redaction":{"B":1,"A":1}')],
    ['a name twice', (text: string) => text.replace(/"redaction":\{\}/, '"redaction":{"A":1,"A":1}')],
    ['an escaped letter', (text: string) => text.replace('"ex_', String.raw`"\u0065x_`)],
    ['a newline behind', (text: string) => `${text}\n`],
  ])('takes no text with %s', (_, spoil) => {
    const reader = createLeafReader(entrySchemas());
    const texts = leaves.map((leaf) => canonicalize(leaf) ?? '');
    const spoilt = texts.map(spoil).filter((text, index) => text !== texts[index]);
    expect(spoilt).not.toEqual([]);
    for (const text of spoilt) expect(reader(Buffer.from(text))).toEqual({ canonical: false });
  });

  it('with a keyword that is not understood is refused, not skipped', () => {
    expect(() => compileSchema(JSON.parse('{"type":"string","contentEncoding":"base64"}'))).toThrow(
      TypeError,
    );
    expect(() => compileSchema(JSON.parse('{"type":"null"}'))).toThrow(TypeError);
  });
});

describe('RFC 8785 text', () => {
  it.each([
    ['{"a":1,"b":[true,"x"]}', true],
    ['{"b":1,"a":1}', false],
    ['{"1":0,"10":0,"9":0}', true],
    ['{"1":0,"9":0,"10":0}', false],
    ['{"a":1, "b":2}', false],
    ['{"a":1.0}', false],
    ['{"a":-0}', false],
    ['{"a":1e1}', false],
    ['{"a":9007199254740993}', false],
    ['{"a":1,"a":1}', false],
    [String.raw`{"a":"\u0041"}`, false],
    [String.raw`{"a":"\/"}`, false],
    [String.raw`{"a":"\u001f"}`, true],
    [String.raw`{"a":"\u001F"}`, false],
    ['{"é":1,"€":2}', true],
    ['{"\u{1f600}":1,"\ufb33":2}', true],
    ['{"\ufb33":2,"\u{1f600}":1}', false],
  ])('%s: %s', (text, expected) => {
    expect(isCanonical(text, JSON.parse(text))).toBe(expected);
  });

  it('is any other text than what was sorted', () => {
    holds(
      property(record({ a: nat(), b: jsonValue({ maxDepth: 2 }) }), (value) => {
        const text = `{"b":${JSON.stringify(value.b)},"a":${value.a}}`;
        expect(isCanonical(text, JSON.parse(text))).toBe(false);
      }),
    );
  });
});

function typeOf(leaf: unknown): unknown {
  return typeof leaf === 'object' && leaf !== null && 'type' in leaf ? leaf.type : undefined;
}

/** Changes the object or array that comes at the place `where` of all there are. */
function change(root: unknown, where: number, how: 'replace' | 'remove' | 'add', value: unknown): void {
  const places = placesIn(root);
  const place = places[where % places.length];
  if (place === undefined) throw new Error('a leaf has members');
  const { holder, name } = place;
  if (how === 'add') holder[`${name}2`] = value;
  else if (how === 'remove') delete holder[name];
  else holder[name] = value;
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

function placesIn(value: unknown): Place[] {
  if (!isHolder(value)) return [];
  return Object.keys(value).flatMap((name) => [{ holder: value, name }, ...placesIn(value[name])]);
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
