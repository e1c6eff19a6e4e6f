import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLeaf, hashLeaf, type Leaf, parsePlain, parseLeaf } from '../../../server/audit/leaf.ts';

const frame = {
  v: 1,
  origin: 'intramura/0123',
  seq: 2,
  prev: '0'.repeat(64),
  id: `${'a'.repeat(32)}.2`,
  at: '2026-01-05T09:00:00.010Z',
  boot: 'a'.repeat(32),
  version: '1.2.3',
  policy: 'b'.repeat(64),
};
const body = { type: 'audit.read', actor: { kind: 'user', id: 'user_1' }, after: 0, limit: 10 };

describe('a leaf', () => {
  it('is written as RFC 8785 text: members sorted, no space', () => {
    const leaf = parseLeaf({ ...body, ...frame });
    expect(leaf && encodeLeaf(leaf)).toBe(
      `{"actor":{"id":"user_1","kind":"user"},"after":0,"at":"2026-01-05T09:00:00.010Z","boot":"${'a'.repeat(32)}",` +
        `"id":"${'a'.repeat(32)}.2","limit":10,"origin":"intramura/0123","policy":"${'b'.repeat(64)}",` +
        `"prev":"${'0'.repeat(64)}","seq":2,"type":"audit.read","v":1,"version":"1.2.3"}`,
    );
  });

  it('is written alike whichever way is taken: all at once, or member by member', () => {
    const member = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('1', '10', '9', '\\ud800', '\ud83d\ude00', 'é', '__proto__'),
    );
    fc.assert(
      fc.property(fc.dictionary(member, fc.oneof(member, fc.integer())), (files) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- any members: the schema allows fewer
        const leaf = { ...frame, type: 'model.loaded', model: 'm', files } as unknown as Leaf;
        expect(textOrError(() => encodeLeaf(leaf))).toBe(textOrError(() => canonicalize(leaf)));
      }),
    );
  });

  it('is hashed with the leaf prefix of RFC 6962', () => {
    // printf '\0{}' | sha256sum
    expect(hashLeaf('{}')).toBe(LEAF_OF_EMPTY_OBJECT);
  });

  it.each([
    ['an unknown member', { ...frame, ...body, note: 'hello' }],
    ['an unknown type', { ...frame, ...body, type: 'audit.forgotten' }],
    ['a member of another type', { ...frame, ...body, chunks: 1 }],
    ['a missing member', { ...frame, type: 'audit.read', after: 0, limit: 10 }],
    ['a fraction', { ...frame, ...body, limit: 1.5 }],
    ['a number that is not safe', { ...frame, ...body, limit: 2 ** 53 }],
    ['a negative number', { ...frame, ...body, limit: -1 }],
    ['null', { ...frame, ...body, limit: null }],
    ['a person’s name beside the id', { ...frame, ...body, actor: { ...body.actor, name: 'Li Na' } }],
    ['a lone surrogate', { ...frame, ...body, actor: { kind: 'user', id: 'user\ud800' } }],
    ['a control character', { ...frame, ...body, actor: { kind: 'user', id: 'user\n1' } }],
    ['an endless string', { ...frame, ...body, actor: { kind: 'user', id: 'x'.repeat(257) } }],
    ['a time without zone', { ...frame, ...body, at: '2026-01-05T09:00:00.010' }],
    ['number 0', { ...frame, ...body, seq: 0 }],
    ['an array', []],
    ['text', 'leaf'],
  ])('with %s is refused', (_, value) => {
    expect(parseLeaf(value)).toBeUndefined();
  });

  it('takes well-formed text of any script', () => {
    expect(parseLeaf({ ...frame, ...body, actor: { kind: 'user', id: '李娜😀' } })).toBeDefined();
  });

  it('that a caller makes wrong is a fault of ours, told without the value', () => {
    expect(() => parsePlain({ type: 'auth.failed', code: 'secret\nvalue' })).toThrow(
      expect.objectContaining({
        code: 'ERR_INTERNAL',
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});

const LEAF_OF_EMPTY_OBJECT = '28a3a18f6cd6406b086e9ffda1f9b8a13dbcf44b0f3f32cb9031a11fd053acf9';

function textOrError(encode: () => string | undefined): string | undefined {
  try {
    return encode();
  } catch (error) {
    return String(error);
  }
}
