import { createHmac } from 'node:crypto';
import { assert as holds, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit } from '../../../server/audit/commitment.ts';

const key = Buffer.alloc(32, 1);

describe('a commitment', () => {
  it('is the HMAC of field, exchange, length, text and zeros up to the bucket', () => {
    const padded = Buffer.alloc(256);
    padded.writeUInt32BE(3);
    padded.write('yes', 4);
    const expected = createHmac('sha256', key)
      .update(Buffer.concat([Buffer.from('intramura/commitment/v1\0answer\0ex_1\0'), padded]))
      .digest('hex');
    expect(commit(key, 'answer', 'ex_1', 'yes')).toEqual({ c: expected, bucket: 256 });
  });

  it('differs by key, field, exchange and text', () => {
    const base = commit(key, 'answer', 'ex_1', 'yes').c;
    const others = [
      commit(Buffer.alloc(32, 2), 'answer', 'ex_1', 'yes').c,
      commit(key, 'prompt', 'ex_1', 'yes').c,
      commit(key, 'answer', 'ex_2', 'yes').c,
      commit(key, 'answer', 'ex_1', 'no').c,
      commit(key, 'answer', 'ex_1', 'yes\0').c,
      commit(key, 'answer', 'ex_1', '').c,
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });

  it('shows only the power of two that the length is rounded up to', () => {
    holds(
      property(integer({ min: 0, max: 5000 }), (length) => {
        const { bucket } = commit(key, 'prompt', 'ex', 'x'.repeat(length));
        expect(Math.log2(bucket) % 1).toBe(0);
        expect(bucket).toBeGreaterThanOrEqual(Math.max(256, length + 4));
        expect(bucket === 256 || bucket / 2 < length + 4).toBe(true);
      }),
    );
  });
});
