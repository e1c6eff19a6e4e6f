import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSealedBox } from '../../../server/util/sealed-box.ts';

const key = randomBytes(32);
const box = createSealedBox(key, 'test', randomBytes);

it('opens what it sealed', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (plain, context) => {
      expect(new Uint8Array(box.open(box.seal(plain, context), context))).toEqual(plain);
    }),
  );
});

it('opens nothing that was changed, moved, or sealed for another purpose', () => {
  const sealed = box.seal(Buffer.from('the original'), 'doc_1');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const broken = Buffer.from(sealed);
      broken[at] = (broken[at] ?? 0) ^ change;
      expect(() => box.open(broken, 'doc_1')).toThrow(Error);
    }),
  );
  expect(() => box.open(sealed, 'doc_2')).toThrow(Error);
  expect(() => createSealedBox(key, 'other', randomBytes).open(sealed, 'doc_1')).toThrow(Error);
  expect(() => box.open(Buffer.alloc(5), 'doc_1')).toThrow(Error);
});
