/** Groupings that some rule asks for, and the beginnings of them: no others are put together. */
export interface Groupings {
  readonly whole: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
}

/** @param groupings for example `9` and `2-2-2-2-1`. */
export function groupingsOf(groupings: Iterable<string>): Groupings {
  const whole = new Set(groupings);
  const prefixes = new Set<string>();
  for (const grouping of whole) {
    const sizes = grouping.split('-');
    for (let count = 1; count < sizes.length; count += 1) prefixes.add(sizes.slice(0, count).join('-'));
  }
  return { whole, prefixes };
}
