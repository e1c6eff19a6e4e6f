import { createHmac } from 'node:crypto';
import { assert as holds, integer, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, pad, unpad } from '../../../server/audit/commitment.ts';

const key = Buffer.alloc(32, 1);
const padded = (text: string): Buffer => pad(Buffer.from(text));

describe('a commitment', () => {
  it('is the HMAC of field, exchange, length, text and zeros up to the bucket', () => {
    const bytes = Buffer.alloc(256);
    bytes.writeUInt32BE(3);
    bytes.write('yes', 4);
    const expected = createHmac('sha256', key)
      .update(Buffer.concat([Buffer.from('intramura/commitment/v2\0answer\0ex_1\0'), bytes]))
      .digest('hex');
    expect(commit(key, 'answer', 'ex_1', padded('yes'))).toBe(expected);
  });

  it('differs by key, field, exchange and text', () => {
    const base = commit(key, 'answer', 'ex_1', padded('yes'));
    const others = [
      commit(Buffer.alloc(32, 2), 'answer', 'ex_1', padded('yes')),
      commit(key, 'prompt', 'ex_1', padded('yes')),
      commit(key, 'answer', 'ex_2', padded('yes')),
      commit(key, 'answer', 'ex_1', padded('no')),
      commit(key, 'answer', 'ex_1', padded('yes\0')),
      commit(key, 'answer', 'ex_1', padded('')),
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });
});

describe('padding', () => {
  it('shows only the power of two that the length is rounded up to', () => {
    holds(
      property(integer({ min: 0, max: 5000 }), (length) => {
        const bucket = pad(Buffer.alloc(length)).length;
        expect(Math.log2(bucket) % 1).toBe(0);
        expect(bucket).toBeGreaterThanOrEqual(Math.max(256, length + 4));
        expect(bucket === 256 || bucket / 2 < length + 4).toBe(true);
      }),
    );
  });

  it('comes off again', () => {
    holds(property(uint8Array({ maxLength: 600 }), (bytes) => unpad(pad(bytes)).equals(bytes)));
    expect(() => unpad(Buffer.alloc(256, 0xff))).toThrow(RangeError);
  });
});
