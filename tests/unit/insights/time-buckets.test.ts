import { assert, constantFrom, date, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, timeBuckets, unitFor } from '../../../server/insights/time-buckets.ts';

const HOUR = 3_600_000;
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

function rangeOf(from: Date, hours: number): { from: Date; to: Date } {
  return { from, to: new Date(from.getTime() + hours * HOUR) };
}

describe('buckets', () => {
  it('cover the range without gap or overlap, in any zone', () => {
    const start = date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    assert(
      property(
        start,
        integer({ min: 1, max: 24 * 60 }),
        constantFrom(...zones),
        constantFrom('hour', 'day'),
        (from, hours, zone, unit) => {
          const range = rangeOf(from, hours);
          const buckets = timeBuckets(range, unit, zone);
          expect(buckets[0]?.from).toEqual(range.from);
          expect(buckets.at(-1)?.to).toEqual(range.to);
          expect(buckets.slice(1).map((bucket) => bucket.from)).toEqual(
            buckets.slice(0, -1).map((bucket) => bucket.to),
          );
          for (const bucket of buckets) expect(bucket.from.getTime()).toBeLessThan(bucket.to.getTime());
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Asia/Shanghai', '2026-03-01T10:00:00Z', '2026-03-01T16:00:00.000Z'],
    ['America/New_York', '2026-03-07T12:00:00Z', '2026-03-08T05:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-01T10:00:00Z', '2026-03-01T18:15:00.000Z'],
  ])('of days begin at midnight in %s', (zone, from, midnight) => {
    const [, second] = timeBuckets(rangeOf(new Date(from), 72), 'day', zone);
    expect(second?.from.toISOString()).toBe(midnight);
  });

  it('of days follow the clocks when they are changed', () => {
    const range = rangeOf(new Date('2026-03-07T05:00:00Z'), 96);
    const hours = timeBuckets(range, 'day', 'America/New_York').map(
      ({ from, to }) => (to.getTime() - from.getTime()) / HOUR,
    );
    expect(hours).toEqual([24, 23, 24, 24, 1]);
  });

  it('of hours begin at whole hours of the zone', () => {
    const [, second] = timeBuckets(rangeOf(new Date('2026-03-01T10:05:00Z'), 3), 'hour', 'Asia/Kathmandu');
    expect(second?.from.toISOString()).toBe('2026-03-01T10:15:00.000Z');
  });
});

it('shows up to three days by the hour', () => {
  expect(unitFor(rangeOf(new Date(), 72))).toBe('hour');
  expect(unitFor(rangeOf(new Date(), 73))).toBe('day');
});

it('knows the zones of the IANA database', () => {
  expect(zones.map(isTimeZone)).not.toContain(false);
  expect(['', 'Mars/Olympus', '+08:61', '../etc'].map(isTimeZone)).not.toContain(true);
});
