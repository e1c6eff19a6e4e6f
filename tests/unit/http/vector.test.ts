import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeVector, shortenVector } from '../../../server/http/presenters/vector.ts';

const vectors = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 64 })
  .map((values) => Float32Array.from(values));

it('base64 carries the very numbers, little-endian', () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      const bytes = Buffer.from(String(encodeVector(vector, 'base64')), 'base64');
      expect(Array.from(vector, (_, index) => bytes.readFloatLE(index * 4))).toEqual([...vector]);
    }),
  );
});

it('a shortened vector has length 1 again, unless it is nothing but zeros', () => {
  fc.assert(
    fc.property(vectors, fc.integer({ min: 1, max: 3 }), (vector, length) => {
      const short = shortenVector(vector, length);
      const norm = Math.hypot(...short);
      expect(short).toHaveLength(length);
      expect(norm === 0 || Math.abs(norm - 1) < 1e-4).toBe(true);
    }),
  );
});
