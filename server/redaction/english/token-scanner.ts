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
    let at = index;
    while (at < this.#text.length && (this.#classes[this.#text.charCodeAt(at)] ?? 0) === 0) at += 1;
    return at;
  }

  /** Past letters, digits, and apostrophes between letters. A possessive `'s` is no part of the word. */
  scan(start: number): void {
    const text = this.#text;
    this.upper = 0;
    this.lower = 0;
    this.digits = 0;
    this.isAscii = true;
    this.hash = EMPTY_HASH;
    this.first = this.#classes[text.charCodeAt(start)] ?? 0;
    let index = start;
    for (; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      const kind = this.#classes[unit] ?? 0;
      if (kind === 0 && !this.#isInnerApostrophe(unit, index)) break;
      this.#count(kind, unit);
    }
    this.end = index;
  }

  /** How many characters of a possessive ending stand at the offset: 2 or 0. */
  possessiveLength(end: number): number {
    if (!isApostrophe(this.#text.charCodeAt(end))) return 0;
    const letter = this.#text.charCodeAt(end + 1) | 0x20;
    return letter === 0x73 && (this.#classes[this.#text.charCodeAt(end + 2)] ?? 0) === 0 ? 2 : 0;
  }

  #count(kind: number, unit: number): void {
    if (unit > 0x7f) this.isAscii = false;
    if (kind === LOWER_CLASS) this.lower += 1;
    else if (kind === UPPER_CLASS) this.upper += 1;
    else if (kind === DIGIT_CLASS) this.digits += 1;
    this.hash = extendHash(this.hash, kind === UPPER_CLASS ? unit | 0x20 : unit);
  }

  #isInnerApostrophe(unit: number, index: number): boolean {
    if (!isApostrophe(unit) || this.digits > 0) return false;
    const after = this.#classes[this.#text.charCodeAt(index + 1)] ?? 0;
    return (after === LOWER_CLASS || after === UPPER_CLASS) && this.possessiveLength(index) === 0;
  }
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}
