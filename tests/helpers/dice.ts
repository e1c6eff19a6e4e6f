/** Random choices that are the same in every run (mulberry32). */
export interface Dice {
  /** 0 up to, and not including, 1. */
  roll(): number;
  /** A whole number from 0 to, and not including, the limit. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** Six small letters. */
  word(): string;
}

export function createDice(seed: number): Dice {
  let state = seed;
  const roll = (): number => {
    state = Math.trunc(state + 0x6d_2b_79_f5);
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const letter = (): string => String.fromCodePoint(97 + Math.floor(roll() * 26));
  return {
    roll,
    below: (limit) => Math.floor(roll() * limit),
    pick(items) {
      const item = items[Math.floor(roll() * items.length)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    word: () => Array.from({ length: 6 }, letter).join(''),
  };
}
