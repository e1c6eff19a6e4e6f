import { z } from 'zod';
import { KEPT_DAYS } from '../insights/exchange-facts.ts';
import { isTimeZone, type TimeRange } from '../insights/time-buckets.ts';

const DAY_MS = 86_400_000;

const instant = z.iso.datetime({ offset: true });

/** Which time figures are asked for, and whose days it is counted in. */
export const timeRangeQuery = z.object({
  from: instant.optional().meta({ description: 'Included; a week before the end when absent.' }),
  to: instant.optional().meta({ description: 'Excluded; now when absent.' }),
  zone: z
    .string()
    .max(64)
    .refine(isTimeZone, 'must be a time zone of the IANA database, for example Asia/Shanghai')
    .default('UTC')
    .meta({ description: 'Whose days and hours are counted.' }),
});

/** Never longer than figures are kept, so that nobody can ask for a million hours. */
export function timeRangeOf(
  { from, to }: Pick<z.output<typeof timeRangeQuery>, 'from' | 'to'>,
  now: Date,
): TimeRange {
  const end = to === undefined ? now : new Date(to);
  const earliest = new Date(end.getTime() - KEPT_DAYS * DAY_MS);
  const start = from === undefined ? new Date(end.getTime() - 7 * DAY_MS) : new Date(from);
  return { from: start < earliest ? earliest : start, to: end };
}
