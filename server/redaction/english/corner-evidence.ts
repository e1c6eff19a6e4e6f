import { isAddressToken, isClearStreet, lengthOf } from './address-token.ts';
import type { FindingsList } from './findings-list.ts';
import { freeTextRules } from './free-text-rules.ts';
import { SPACE, STOP } from './gap.ts';
import { LOWER, NUMBER, type Reading } from './reading.ts';
import * as flag from './word-flags.ts';

/** Corners of two streets: `the corner of Elm Street and Oak Avenue`. */
export function findCorners(reading: Reading, list: FindingsList): void {
  for (let index = 0; index < reading.count; index += 1) {
    if (isCorner(reading, index) && !list.isTaken(index)) addCorner(reading, index, list);
  }
}

function isCorner(reading: Reading, index: number): boolean {
  if (((reading.flags[index] ?? 0) & flag.CORNER) === 0 || index + 2 >= reading.count) return false;
  return reading.word(index + 1) === 'of';
}

/** With its article. */
function addCorner(reading: Reading, corner: number, list: FindingsList): void {
  const and = findAnd(reading, corner + 2, list);
  if (and < 0) return;
  const end = nameEnd(reading, and + 1, list);
  if (end === and + 1) return;
  const first =
    corner > 0 &&
    !list.isTaken(corner - 1) &&
    reading.gaps[corner] === SPACE &&
    reading.word(corner - 1) === 'the'
      ? corner - 1
      : corner;
  list.add(freeTextRules.streetAddress, first, end);
}

function findAnd(reading: Reading, from: number, list: FindingsList): number {
  for (let index = from + 1; index < Math.min(reading.count, from + 8); index += 1) {
    const gap = reading.gaps[index];
    if ((gap !== SPACE && gap !== STOP) || list.isTaken(index)) return -1;
    if (reading.shapes[index] === LOWER && reading.word(index) === 'and') return index;
  }
  return -1;
}

/** Past the words of a street's name and the word or number that ends it. */
function nameEnd(reading: Reading, from: number, list: FindingsList): number {
  let end = from;
  while (
    end < reading.count &&
    end - from < 7 &&
    !list.isTaken(end) &&
    (end === from || reading.gaps[end] === SPACE || reading.gaps[end] === STOP)
  ) {
    const flags = reading.flags[end] ?? 0;
    if (
      reading.gaps[end] === STOP &&
      end > from &&
      (lengthOf(reading, end - 1) > 5 || !isAddressToken(reading, end))
    )
      break;
    if (reading.shapes[end] === LOWER && (flags & flag.FUNCTION) !== 0 && (flags & flag.PARTICLE) === 0)
      break;
    end += 1;
    if (isClearStreet(reading, end - 1) && reading.shapes[end] !== NUMBER) break;
  }
  return end;
}
