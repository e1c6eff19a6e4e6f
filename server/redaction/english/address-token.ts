import { regionCodes, streetEndings } from '../tables/street-vocabulary.ts';
import { COMMA, GLUED, HYPHEN, LINE, SPACE, STOP } from './gap.ts';
import { listWords } from './list-words.ts';
import { CAPITAL, CODE, LOWER, MIXED, NUMBER, type Reading, UPPER } from './reading.ts';
import * as flag from './word-flags.ts';

/** Endings that say street in small letters too. */
const CLEAR_ENDING = /(?:strasse|straat|gatan|gasse|laan|dreef|vagen|veien|gracht|singel)$/;

/** Words for streets that are hardly anything else, so that they count in small letters as well. */
const CLEAR_STREET = new Set(
  'street road avenue lane boulevard blvd ave rd crescent terrace strasse straat rue calle via utca gatan'.split(
    ' ',
  ),
);

interface StreetTables {
  readonly endings: readonly string[];
  /** 1 for the last two letters of each ending. */
  readonly lastLetters: Uint8Array;
  readonly regions: ReadonlySet<string>;
}

const PAIRS = 1 << 14;

let tables: StreetTables | undefined;

function loadTables(): StreetTables {
  if (tables !== undefined) return tables;
  const endings = listWords(streetEndings);
  const lastLetters = new Uint8Array(PAIRS);
  for (const ending of endings)
    lastLetters[pairOf(ending.charCodeAt(ending.length - 2), ending.charCodeAt(ending.length - 1))] = 1;
  tables = { endings, lastLetters, regions: new Set(listWords(regionCodes)) };
  return tables;
}

/** Of ASCII letters in small letters. */
function pairOf(first: number, second: number): number {
  return (first << 7) | second;
}

/** Rules out most words without cutting them out. A letter with an accent is folded later, and may be any. */
function mayEndAsStreet({ text, ends }: Reading, index: number): boolean {
  const end = ends[index] ?? 0;
  const first = text.charCodeAt(end - 2) | 0x20;
  const second = text.charCodeAt(end - 1) | 0x20;
  if (first > 0x7f || second > 0x7f) return true;
  return loadTables().lastLetters[pairOf(first, second)] === 1;
}

/** Whether the token may stand inside an address. */
export function isAddressToken(reading: Reading, index: number): boolean {
  const flags = reading.flags[index] ?? 0;
  if ((flags & flag.IN_PLACE) !== 0) return true;
  switch (reading.shapes[index]) {
    case NUMBER:
      return lengthOf(reading, index) <= 10;
    case CODE:
      return lengthOf(reading, index) <= 6;
    case CAPITAL:
    case UPPER:
    case MIXED:
      return (flags & (flag.FUNCTION | flag.WEEKDAY)) === 0 || isWrittenApart(reading, index, flags);
    default:
      return (
        (flags & (flag.PARTICLE | flag.UNIT | flag.STREET_PREFIX)) !== 0 ||
        isClearStreet(reading, index) ||
        isForeignStreet(flags) ||
        isAfterStreetPrefix(reading, index, flags)
      );
  }
}

/** `Via Roma` and `, NO` look like English words of everyday. */
function isWrittenApart(reading: Reading, index: number, flags: number): boolean {
  if ((flags & (flag.PARTICLE | flag.UNIT | flag.STREET_PREFIX)) !== 0) return true;
  return reading.shapes[index] === UPPER && lengthOf(reading, index) === 2 && reading.gaps[index] === COMMA;
}

/** `ul. miła`, `Trg revolucije`: the name of a street in small letters after a word for one. */
function isAfterStreetPrefix(reading: Reading, index: number, flags: number): boolean {
  if (index === 0 || flags !== 0 || (reading.gaps[index] !== SPACE && reading.gaps[index] !== STOP))
    return false;
  const before = reading.flags[index - 1] ?? 0;
  return (before & flag.STREET_PREFIX) !== 0 && (before & (flag.BASE_FORM | flag.FUNCTION)) === 0;
}

/** Whether an address can go on over what stands before the token. */
export function continuesAddress(reading: Reading, index: number): boolean {
  if (reading.possessive[index - 1] === 1) return false;
  switch (reading.gaps[index]) {
    case SPACE:
    case COMMA:
    case LINE:
    case HYPHEN:
    case GLUED:
      return true;
    case STOP:
      return isAbbreviated(reading, index - 1);
    default:
      return false;
  }
}

function isAbbreviated(reading: Reading, index: number): boolean {
  const length = lengthOf(reading, index);
  if (reading.shapes[index] === NUMBER) return true;
  const flags = reading.flags[index] ?? 0;
  const known = flag.STREET_PREFIX | flag.STREET_SUFFIX | flag.UNIT | flag.TITLE | flag.DIRECTION;
  return length === 1 || (length < 6 && (flags & known) !== 0) || reading.word(index).endsWith('str');
}

/** A word for a street beside the name it belongs to: `Elm Street`, `Rue Pasteur`. */
export function isStreetWord(reading: Reading, index: number, first: number, end: number): boolean {
  const flags = reading.flags[index] ?? 0;
  if ((flags & (flag.STREET_SUFFIX | flag.STREET_PREFIX)) === 0) return false;
  if (reading.shapes[index] === LOWER && !isClearStreet(reading, index) && !isForeignStreet(flags))
    return false;
  const before = index > first && isNamePart(reading, index - 1);
  const after = index + 1 < end && isNamePart(reading, index + 1) && reading.gaps[index + 1] !== COMMA;
  return ((flags & flag.STREET_SUFFIX) !== 0 && before) || ((flags & flag.STREET_PREFIX) !== 0 && after);
}

/** A word for a street that is no English word: `út`, `vei`. */
function isForeignStreet(flags: number): boolean {
  return (flags & flag.STREET_SUFFIX) !== 0 && (flags & (flag.BASE_FORM | flag.FUNCTION)) === 0;
}

function isNamePart(reading: Reading, index: number): boolean {
  const shape = reading.shapes[index];
  return shape !== NUMBER || /(?:st|nd|rd|th)$/i.test(reading.word(index));
}

export function isClearStreet(reading: Reading, index: number): boolean {
  return ((reading.flags[index] ?? 0) & flag.STREET_SUFFIX) !== 0 && CLEAR_STREET.has(reading.word(index));
}

/** A street in one word: `Wiesenstrasse`, `Storgatan`. */
export function isStreetCompound(reading: Reading, index: number): boolean {
  const shape = reading.shapes[index];
  const length = lengthOf(reading, index);
  if (length < 6 || shape === undefined || shape >= NUMBER) return false;
  const flags = reading.flags[index] ?? 0;
  if (shape === LOWER) return length > 7 && isClearCompound(reading, index);
  if ((flags & (flag.ORDINARY | flag.GIVEN | flag.PLACE)) !== 0) return false;
  if (!mayEndAsStreet(reading, index)) return false;
  const word = reading.word(index);
  return loadTables().endings.some((ending) => word.length >= ending.length + 3 && word.endsWith(ending));
}

/** A word whose ending says street wherever it stands. */
export function isClearCompound(reading: Reading, index: number): boolean {
  return mayEndAsStreet(reading, index) && CLEAR_ENDING.test(reading.word(index));
}

export function isRegionCode(reading: Reading, index: number): boolean {
  if (reading.shapes[index] !== UPPER) return false;
  return loadTables().regions.has(reading.text.slice(reading.starts[index], reading.ends[index]));
}

/** Four to six digits, or letters and digits in short groups: a postcode by its look. */
export function isPostcodeToken(reading: Reading, index: number): boolean {
  const shape = reading.shapes[index];
  const length = lengthOf(reading, index);
  if (shape === CODE) return length <= 4;
  return shape === NUMBER && length >= 4 && length <= 6;
}

export function lengthOf(reading: Reading, index: number): number {
  return (reading.ends[index] ?? 0) - (reading.starts[index] ?? 0);
}
