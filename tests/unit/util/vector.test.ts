import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeVector, encodeVector, normaliseVector, shortenVector } from '../../../server/util/vector.ts';

const vectors = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 64 })
  .map((values) => Float32Array.from(values));

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

describe('the written form of a vector', () => {
  it('is base64 of its numbers, little-endian', () => {
    expect(encodeVector(Float32Array.of(1, -2))).toBe(
      Buffer.from([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]).toString('base64'),
    );
  });

  it('is read back to the very numbers', () => {
    fc.assert(
      fc.property(vectors, (vector) => {
        expect(decodeVector(encodeVector(vector))).toEqual(vector);
      }),
    );
  });

  it.each(['', '!', 'AAA=', 'AACAPwA='])(
    'is read without the bytes that make no whole number: %j',
    (text) => {
      expect(decodeVector(text).length).toBe(Math.floor(Buffer.from(text, 'base64').length / 4));
    },
  );
});

describe('a normalised vector', () => {
  it('has length 1, unless it is nothing but zeros', () => {
    fc.assert(
      fc.property(vectors, (vector) => {
        const length = lengthOf(normaliseVector(vector));
        expect(length === 0 || Math.abs(length - 1) < 1e-4).toBe(true);
      }),
    );
  });

  it('may have very many numbers', () => {
    expect(lengthOf(normaliseVector(new Float32Array(1_000_000).fill(3)))).toBeCloseTo(1, 4);
  });

  it('shortened has length 1 again', () => {
    fc.assert(
      fc.property(vectors, fc.integer({ min: 1, max: 3 }), (vector, length) => {
        const short = shortenVector(vector, length);
        expect(short).toHaveLength(length);
        expect(lengthOf(short) === 0 || Math.abs(lengthOf(short) - 1) < 1e-4).toBe(true);
      }),
    );
  });

  it('is not lengthened', () => {
    const vector = Float32Array.of(0.6, 0.8);
    expect(shortenVector(vector, 5)).toBe(vector);
  });
});
