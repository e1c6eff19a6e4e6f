import { isClearCompound, isClearStreet, isStreetCompound, lengthOf } from './address-token.ts';
import { freeTextRules } from './free-text-rules.ts';
import type { FindingsList } from './findings-list.ts';
import { SPACE } from './gap.ts';
import { LOWER, NUMBER, type Reading } from './reading.ts';
import * as flag from './word-flags.ts';

/** Words of a street's name between its number and the word for a street, at most. */
const LONGEST_NAME = 3;

/** Streets written in small letters, and streets without a number. */
export function findStreets(reading: Reading, list: FindingsList): void {
  for (let index = 0; index < reading.count; index += 1) {
    if (list.isTaken(index)) continue;
    if (reading.shapes[index] === NUMBER) addNumbered(reading, index, list);
    else if (isStreetCompound(reading, index)) addCompound(reading, index, list);
    else if (isClearStreet(reading, index)) addUnnumbered(reading, index, list);
  }
}

/** `24 clarke avenue` */
function addNumbered(reading: Reading, number: number, list: FindingsList): void {
  if (lengthOf(reading, number) > 5) return;
  for (let index = number + 1; index <= number + LONGEST_NAME + 1 && index < reading.count; index += 1) {
    if (reading.gaps[index] !== SPACE || list.isTaken(index)) return;
    if (index > number + 1 && isClearStreet(reading, index)) {
      list.add(freeTextRules.streetAddress, number, index + 1);
      return;
    }
    if (((reading.flags[index] ?? 0) & flag.FUNCTION) !== 0) return;
  }
}

/** `hochstrasse 63` is an address, `Hochstrasse` alone a place; `Solberg` alone is more likely a person. */
function addCompound(reading: Reading, index: number, list: FindingsList): void {
  const next = index + 1;
  if (next < reading.count && reading.gaps[next] === SPACE && reading.shapes[next] === NUMBER) {
    list.add(freeTextRules.streetAddress, index, next + 1);
  } else if (isClearCompound(reading, index)) {
    list.add(freeTextRules.streetName, index, next);
  }
}

/** `Elm Street` without a number: a place. */
function addUnnumbered(reading: Reading, street: number, list: FindingsList): void {
  let first = street;
  while (
    first > 0 &&
    street - first < LONGEST_NAME &&
    reading.gaps[first] === SPACE &&
    isNamePart(reading, first - 1)
  ) {
    if (list.isTaken(first - 1)) break;
    first -= 1;
  }
  if (first < street) list.add(freeTextRules.streetName, first, street + 1);
}

function isNamePart(reading: Reading, index: number): boolean {
  const shape = reading.shapes[index];
  if (shape === NUMBER) return /^\d{1,3}(?:st|nd|rd|th)$/.test(reading.word(index));
  return shape !== LOWER && ((reading.flags[index] ?? 0) & flag.FUNCTION) === 0;
}
