/** The same choices for the same seed. */
export interface Dice {
  /** From 0 to `sides` - 1. */
  roll(sides: number): number;
  pick<T>(list: readonly T[]): T;
  /** Characters of the alphabet. */
  spell(alphabet: string, length: number): string;
}

/** Mulberry32 (Tommy Ettinger, 2017). */
export function createDice(seed: number): Dice {
  let state = seed | 0;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
  return {
    roll,
    pick(list) {
      const picked = list[roll(list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
    spell: (alphabet, length) =>
      Array.from({ length }, () => alphabet.charAt(roll(alphabet.length))).join(''),
  };
}
