import { DIGIT_CLASS, loadCharacterClasses, LOWER_CLASS, UPPER_CLASS } from './character-class.ts';
import { EMPTY_HASH, extendHash } from './word-table.ts';

/** Reads one token after another. Its fields tell about the last one: a reading makes no object for each word. */
export class TokenScanner {
  /** Just after the token. */
  end = 0;
  upper = 0;
  lower = 0;
  digits = 0;
  /** Class of the first character. */
  first = 0;
  /** All characters are ASCII. */
  isAscii = true;
  /** Of the token in lower case, where it is ASCII. */
  hash = EMPTY_HASH;

  readonly #text: string;
  readonly #classes = loadCharacterClasses();

  constructor(text: string) {
    this.#text = text;
  }

  /** The first letter or digit from `index` on; the end of the text when there is none. */
  next(index: number): number {
    const text = this.#text;
    const classes = this.#classes;
    let at = index;
    while (at < text.length && (classes[text.charCodeAt(at)] ?? 0) === 0) at += 1;
    return at;
  }

  /** Past letters, digits, and apostrophes between letters. A possessive `'s` is no part of the word. */
  scan(start: number): void {
    const text = this.#text;
    const classes = this.#classes;
    let upper = 0;
    let lower = 0;
    let digits = 0;
    let isAscii = true;
    let hash = EMPTY_HASH;
    let index = start;
    for (; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      const kind = classes[unit] ?? 0;
      if (kind === LOWER_CLASS) lower += 1;
      else if (kind === UPPER_CLASS) upper += 1;
      else if (kind === DIGIT_CLASS) digits += 1;
      else if (digits > 0 || !isApostrophe(unit) || !this.#joinsLetters(index)) break;
      if (unit > 0x7f) isAscii = false;
      hash = extendHash(hash, kind === UPPER_CLASS ? unit | 0x20 : unit);
    }
    this.upper = upper;
    this.lower = lower;
    this.digits = digits;
    this.isAscii = isAscii;
    this.hash = hash;
    this.first = classes[text.charCodeAt(start)] ?? 0;
    this.end = index;
  }

  /** How many characters of a possessive ending stand at the offset: 2 or 0. */
  possessiveLength(end: number): number {
    if (!isApostrophe(this.#text.charCodeAt(end))) return 0;
    const letter = this.#text.charCodeAt(end + 1) | 0x20;
    return letter === 0x73 && (this.#classes[this.#text.charCodeAt(end + 2)] ?? 0) === 0 ? 2 : 0;
  }

  /** Whether the apostrophe stands before a letter, and is no possessive. */
  #joinsLetters(index: number): boolean {
    const after = this.#classes[this.#text.charCodeAt(index + 1)] ?? 0;
    return (after === LOWER_CLASS || after === UPPER_CLASS) && this.possessiveLength(index) === 0;
  }
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}
