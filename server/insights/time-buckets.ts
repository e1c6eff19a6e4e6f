/** A stretch of time: from included, to excluded. */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

export type BucketUnit = 'hour' | 'day';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Up to three days are shown by the hour. */
const MOST_HOURS = 72;

export function unitFor({ from, to }: TimeRange): BucketUnit {
  return to.getTime() - from.getTime() <= MOST_HOURS * HOUR_MS ? 'hour' : 'day';
}

/** Whether a name is a time zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The range cut at whole hours or midnights of a zone; the first and last piece may be shorter. Days have 23 or 25
 * hours where clocks are changed.
 */
export function timeBuckets({ from, to }: TimeRange, unit: BucketUnit, zone: string): TimeRange[] {
  const buckets: TimeRange[] = [];
  for (let start = from; start < to;) {
    const next = nextBoundary(start, unit, zone);
    const end = next < to ? next : to;
    buckets.push({ from: start, to: end });
    start = end;
  }
  return buckets;
}

function nextBoundary(after: Date, unit: BucketUnit, zone: string): Date {
  const local = after.getTime() + offsetAt(after, zone);
  if (unit === 'hour') return new Date(after.getTime() + HOUR_MS - positiveRest(local, HOUR_MS));
  const midnight = local - positiveRest(local, 24 * HOUR_MS) + 24 * HOUR_MS;
  const first = new Date(midnight - offsetAt(after, zone));
  // Clocks may have been changed in between: the offset of the midnight itself counts.
  const exact = new Date(midnight - offsetAt(first, zone));
  return exact > after ? exact : first;
}

function positiveRest(value: number, size: number): number {
  return ((value % size) + size) % size;
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: Date, zone: string): number {
  const parts = formatOf(zone).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'));
  return local - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, made);
  return made;
}
