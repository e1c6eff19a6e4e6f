import { isPostcodeToken, isRegionCode, isStreetCompound, isStreetWord, lengthOf } from './address-token.ts';
import { placeLength } from './place-match.ts';
import { CAPITAL, CODE, LOWER, NUMBER, type Reading, UPPER } from './reading.ts';
import * as flag from './word-flags.ts';

/** What stands between two commas or line ends of an address. */
export interface AddressPart {
  readonly first: number;
  readonly end: number;
  /** Names a street by a word for it. */
  readonly street: boolean;
  /** A house number stands in it. */
  readonly number: boolean;
  /** Words in capitals beside a number, among them one that is no ordinary word. */
  readonly named: boolean;
  /** A unit with its number: `Apt. 977`, `Suite 12`. */
  readonly unit: boolean;
  /** A postcode beside a place, or the code of a state before one. */
  readonly postcode: boolean;
  readonly region: boolean;
  /** Military mail: `APO AE 12345`, `PSC 4457`. */
  readonly military: boolean;
  /** Words between two numbers: `91 Vila Miguel 1160`. */
  readonly enclosed: boolean;
  readonly place: boolean;
  /** Letters of any kind: not numbers alone. */
  readonly words: number;
}

/** @param first first token @param end token after the last */
export function readPart(reading: Reading, first: number, end: number): AddressPart {
  let street = false;
  let number = false;
  let unit = false;
  let postcode = false;
  let region = false;
  let military = false;
  let place = false;
  let words = 0;
  let unusual = 0;
  for (let index = first; index < end; index += 1) {
    const shape = reading.shapes[index];
    const flags = reading.flags[index] ?? 0;
    if (shape === NUMBER || shape === CODE) {
      number ||= shape === NUMBER && lengthOf(reading, index) <= 5;
      postcode ||= isPostcodeToken(reading, index);
      continue;
    }
    words += 1;
    unit ||= isUnit(reading, index, end);
    street ||= isStreetWord(reading, index, first, end) || isStreetCompound(reading, index);
    region ||= isRegionCode(reading, index) && isZip(reading, index + 1, end);
    military ||= isMilitary(reading, index, end);
    place ||= placeLength(reading, index, end) > 0;
    if (isUnusual(reading, index, flags)) unusual += 1;
  }
  const named = number && unusual > 0;
  const enclosed = words > 0 && isEnclosed(reading, first, end);
  return {
    first,
    end,
    street,
    number,
    named,
    unit,
    postcode,
    region,
    military,
    enclosed,
    place,
    words,
  };
}

/** A word of a name: no ordinary word, and no abbreviation such as MiB. */
function isUnusual(reading: Reading, index: number, flags: number): boolean {
  const shape = reading.shapes[index];
  if ((flags & (flag.ORDINARY | flag.BRAND | flag.MONTH | flag.UNIT)) !== 0 || lengthOf(reading, index) < 3)
    return false;
  return shape === CAPITAL || (shape === UPPER && lengthOf(reading, index) > 4);
}

/** A number first, then one to five words, then another number. */
function isEnclosed(reading: Reading, first: number, end: number): boolean {
  if (reading.shapes[first] !== NUMBER) return false;
  for (let index = first + 2; index < Math.min(end, first + 7); index += 1) {
    if (reading.shapes[index] === NUMBER) return reading.shapes[index - 1] !== NUMBER;
  }
  return false;
}

/** Codes of military post offices, with the number or the region that follows. */
function isMilitary(reading: Reading, index: number, end: number): boolean {
  if (index + 1 >= end || lengthOf(reading, index) > 5) return false;
  const next = index + 1;
  switch (reading.word(index)) {
    case 'apo':
    case 'fpo':
    case 'dpo':
      return reading.shapes[end - 1] === NUMBER && lengthOf(reading, next) === 2;
    case 'uss':
    case 'usns':
    case 'usnv':
    case 'uscgc':
      return reading.shapes[index] !== LOWER || reading.isSmall;
    case 'psc':
    case 'cmr':
      return reading.shapes[next] === NUMBER;
    default:
      return false;
  }
}

function isZip(reading: Reading, index: number, end: number): boolean {
  return index < end && isPostcodeToken(reading, index) && lengthOf(reading, index) > 2;
}

function isUnit(reading: Reading, index: number, end: number): boolean {
  if (((reading.flags[index] ?? 0) & flag.UNIT) === 0 || index + 1 >= end) return false;
  const next = reading.shapes[index + 1];
  return next === NUMBER || next === CODE || lengthOf(reading, index + 1) === 1;
}
