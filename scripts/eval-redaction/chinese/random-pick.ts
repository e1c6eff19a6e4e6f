/** Repeatable choices from a seed (mulberry32). */
export interface Pick {
  /** A whole number from 0 to below `limit`. */
  number(limit: number): number;
  chance(share: number): boolean;
  /** @throws Error when there is nothing to choose from. */
  one<T>(values: readonly T[]): T;
  hanzi(values: string): string;
  digits(count: number): string;
}

export function createPick(seed: number): Pick {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const number = (limit: number): number => Math.floor(next() * limit);
  return {
    number,
    chance: (share) => next() < share,
    one(values) {
      const value = values[number(values.length)];
      if (value === undefined) throw new Error('There is nothing to choose from.');
      return value;
    },
    hanzi: (values) => values.charAt(number(values.length)),
    digits: (count) => Array.from({ length: count }, () => number(10)).join(''),
  };
}
