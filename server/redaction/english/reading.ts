import { DIGIT_CLASS, UPPER_CLASS } from './character-class.ts';
import { foldWord } from './fold-word.ts';
import { GLUED, gapBetween, PARAGRAPH } from './gap.ts';
import { loadLexicon } from './lexicon.ts';
import { isOrdinaryWord } from './ordinary-word.ts';
import { TokenScanner } from './token-scanner.ts';
import * as flag from './word-flags.ts';

/** How a token is written: small letters. */
export const LOWER = 0;
/** A capital, then small letters: `Smith`, `McArthur`, `J`. */
export const CAPITAL = 1;
/** Two or more capitals. */
export const UPPER = 2;
/** Any other mixture: `GitHub`. */
export const MIXED = 3;
/** Begins with a digit: `77`, `12b`, `3rd`. */
export const NUMBER = 4;
/** Letters, then digits: `A12`, `SW1A`. */
export const CODE = 5;

/** A text cut into words and numbers. Everything is by the index of the token. */
export interface Reading {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly shapes: Uint8Array;
  /** What stands before the token: values of `gap.ts`. */
  readonly gaps: Uint8Array;
  /** Bits of `word-flags.ts`. */
  readonly flags: Int32Array;
  /** 1 where an `'s` follows. */
  readonly possessive: Uint8Array;
  /** The whole text is in small letters: its names are told from other words by the tables alone. */
  readonly isSmall: boolean;
  /** The token as the tables write it. */
  word(index: number): string;
}

const INNER_CAPITAL = /^(?:Mc|Mac|De|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|L['’]|N['’])\p{Lu}\p{Ll}/u;
/** No word of the tables is longer. */
const LONGEST = 30;

/** A text of fewer words is too short to tell that it has no capitals. */
const SENTENCE = 4;

/** Cuts the text into tokens and looks every word up. One pass; time is linear in the text. */
export function readText(text: string): Reading {
  const most = (text.length >>> 1) + 1;
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const shapes = new Uint8Array(most);
  const gaps = new Uint8Array(most);
  const flags = new Int32Array(most);
  const possessive = new Uint8Array(most);
  const token = new TokenScanner(text);
  let count = 0;
  let capitals = 0;
  let small = 0;
  let previousEnd = 0;
  for (let start = token.next(0); start < text.length; start = token.next(previousEnd)) {
    token.scan(start);
    const shape = shapeOf(token, text, start);
    if (shape === LOWER) small += 1;
    else if (shape < NUMBER) capitals += 1;
    const skipped = token.possessiveLength(token.end);
    starts[count] = start;
    ends[count] = token.end;
    gaps[count] = count === 0 ? PARAGRAPH : gapBetween(text, previousEnd, start);
    shapes[count] = shape;
    flags[count] = flagsOf(token, shape, text, start);
    possessive[count] = skipped === 0 ? 0 : 1;
    previousEnd = token.end + skipped;
    count += 1;
  }
  const isSmall = capitals === 0 && small >= SENTENCE;
  const word = (index: number): string => foldWord(text.slice(starts[index], ends[index]));
  const reading = { text, count, starts, ends, shapes, gaps, flags, possessive, isSmall, word };
  if (isSmall) capitaliseNames(reading);
  return reading;
}

function shapeOf(token: TokenScanner, text: string, start: number): number {
  if (token.first === DIGIT_CLASS) return NUMBER;
  if (token.digits > 0) return CODE;
  if (token.upper === 0) return LOWER;
  if (token.first === UPPER_CLASS && token.upper === 1) return CAPITAL;
  if (token.lower === 0) return UPPER;
  return INNER_CAPITAL.test(text.slice(start, token.end)) ? CAPITAL : MIXED;
}

/** Whether a word is an ordinary one matters only where it is written with a capital. */
function flagsOf(token: TokenScanner, shape: number, text: string, start: number): number {
  const length = token.end - start;
  if (shape >= NUMBER || length > LONGEST) return 0;
  const lexicon = loadLexicon();
  const known = token.isAscii
    ? lexicon.flagsAt(text, start, token.end, token.hash)
    : lexicon.flagsOf(foldWord(text.slice(start, token.end)));
  if (shape === LOWER || length === 1 || (known & (flag.FUNCTION | flag.FIRM)) !== 0) return known;
  const isOrdinary = (known & flag.BASE_FORM) !== 0 || isOrdinaryWord(foldWord(text.slice(start, token.end)));
  return isOrdinary ? known | flag.ORDINARY : known;
}

/** In a text of small letters every word that is no ordinary one is read as if it had a capital. */
function capitaliseNames({ count, starts, ends, shapes, gaps, flags, word }: Omit<Reading, 'text'>): void {
  for (let index = 0; index < count; index += 1) {
    const length = (ends[index] ?? 0) - (starts[index] ?? 0);
    if (shapes[index] !== LOWER || length < 3 || length > LONGEST || ((flags[index] ?? 0) & flag.PLAIN) !== 0)
      continue;
    if (gaps[index] === GLUED || gaps[index + 1] === GLUED) continue;
    if (((flags[index] ?? 0) & flag.FIRM) !== 0 || !isOrdinaryWord(word(index))) shapes[index] = CAPITAL;
  }
}
