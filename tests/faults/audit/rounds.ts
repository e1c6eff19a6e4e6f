/** Whether this is `npm run test:faults`: everything, for hours if need be. `npm test` tries a little of each. */
export const isLongRun = process.env['INTRAMURA_FAULTS'] === 'long';

/** How often something is tried. */
export function rounds(count: { readonly short: number; readonly long: number }): number {
  return isLongRun ? count.long : count.short;
}

/** As many members as wanted, spread evenly over the list, the first and the last among them. */
export function spread<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, index) =>
    list.at(Math.round((index * (list.length - 1)) / Math.max(1, count - 1))),
  ).filter((member) => member !== undefined);
}
