/** A small deterministic generator of numbers from 0 to 1 (mulberry32), so that every run measures the same store. */
export function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const VOCABULARY = 20_000;
const syllables =
  'ba be bi bo ca ce co da de di fa fe fi ga go ka ke la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi zu'.split(
    ' ',
  );
const FIRST_HAN = 0x4e00;
const HAN = 2_500;

/** Words and Chinese characters by Zipf's law, as in real text: a few are everywhere, most are rare. */
export function createWriter(dice: () => number): {
  readonly word: () => string;
  readonly sentence: (language: 'en' | 'zh') => string;
} {
  const rank = (size: number): number => Math.floor(size ** dice()) - 1;
  const word = (): string => {
    let number = rank(VOCABULARY) + syllables.length;
    let written = '';
    while (number > 0) {
      written += syllables[number % syllables.length] ?? '';
      number = Math.floor(number / syllables.length);
    }
    return written;
  };
  const sentence = (language: 'en' | 'zh'): string => {
    const length = 8 + Math.floor(dice() * 14);
    if (language === 'en') {
      const words = Array.from({ length }, word).join(' ');
      return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    }
    return `${Array.from({ length: length * 2 }, () => String.fromCodePoint(FIRST_HAN + rank(HAN) + 1)).join('')}。`;
  };
  return { word, sentence };
}
