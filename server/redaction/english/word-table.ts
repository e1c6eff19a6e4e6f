/** FNV-1a over UTF-16 units. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const EMPTY = -1;

/** Bits for words, in three flat arrays and one string: it is asked for every word of a text, without cutting the word out. */
export interface WordTable {
  /** Bits of the lower-case word, 0 for none. */
  flagsOf(word: string): number;
  /** The same for a range of ASCII text in any letter case, whose `hashOf` is known. */
  flagsAt(text: string, start: number, end: number, hash: number): number;
}

/** Goes on with a hash over one more unit in lower case. */
export function extendHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

export const EMPTY_HASH = SEED;

export function createWordTable(words: ReadonlyMap<string, number>): WordTable {
  const size = 2 ** Math.ceil(Math.log2(words.size * 2 + 2));
  const slots = new Int32Array(size).fill(EMPTY);
  const starts = new Int32Array(words.size + 1);
  const flags = Int32Array.from(words.values());
  const spelled = Array.from(words.keys());
  const letters = spelled.join('');
  let entry = 0;
  for (const word of spelled) {
    starts[entry + 1] = (starts[entry] ?? 0) + word.length;
    let slot = hashOf(word) & (size - 1);
    while (slots[slot] !== EMPTY) slot = (slot + 1) & (size - 1);
    slots[slot] = entry;
    entry += 1;
  }
  const flagsAt = (text: string, start: number, end: number, hash: number): number => {
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const at = slots[slot] ?? EMPTY;
      if (at === EMPTY) return 0;
      const from = starts[at] ?? 0;
      if ((starts[at + 1] ?? 0) - from === end - start && isSame(letters, from, text, start, end))
        return flags[at] ?? 0;
    }
  };
  return { flagsAt, flagsOf: (word) => flagsAt(word, 0, word.length, hashOf(word)) };
}

function hashOf(word: string): number {
  let hash = SEED;
  for (let index = 0; index < word.length; index += 1) hash = extendHash(hash, word.charCodeAt(index));
  return hash;
}

/** Whether the letters from `from` on are those of the range, which may have capitals. */
function isSame(letters: string, from: number, text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    const lower = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
    if (letters.charCodeAt(from + index - start) !== lower) return false;
  }
  return true;
}
