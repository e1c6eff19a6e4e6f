import { type Range, ranges } from '../../data/overview.ts';

/** What the address says about the time shown; a week when it says nothing. */
export function parseRange(search: Readonly<Record<string, unknown>>): { readonly range?: Range } {
  const range = ranges.find((name) => name === search['range']);
  return range === undefined ? {} : { range };
}
