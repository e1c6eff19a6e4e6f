export const ranges = ['day', 'week', 'month', 'year'] as const;
export type Range = (typeof ranges)[number];

const DAY_MS = 86_400_000;
const lengths: Readonly<Record<Range, number>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
};

/** What the address says about the time shown; a week when it says nothing. */
export function parseRange(search: Readonly<Record<string, unknown>>): { readonly range?: Range } {
  const range = ranges.find((name) => name === search['range']);
  return range === undefined ? {} : { range };
}

/** The time up to now, counted by the days and hours of the person's zone. */
export function untilNow(range: Range): { readonly from: string; readonly zone: string } {
  return {
    from: new Date(Date.now() - lengths[range]).toISOString(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
