import { HYPHEN, SPACE, STOP } from './gap.ts';
import { loadLexicon } from './lexicon.ts';
import { CAPITAL, LOWER, type Reading } from './reading.ts';
import * as flag from './word-flags.ts';

/** How many tokens from `first` on name a place of the tables, 0 for none; at most up to `limit`. */
export function placeLength(reading: Reading, first: number, limit: number): number {
  const flags = reading.flags[first] ?? 0;
  if ((flags & flag.PLACE_HEAD) !== 0) {
    for (const tail of loadLexicon().placesAfter(reading.word(first))) {
      if (
        first + tail.length < limit &&
        tail.every((word, offset) => continues(reading, first + 1 + offset, word))
      ) {
        return tail.length + 1;
      }
    }
  }
  return isPlace(reading, first, flags) ? 1 : 0;
}

/** A place that is an ordinary word as well is one only where a place is expected. */
function isPlace(reading: Reading, index: number, flags: number): boolean {
  if ((flags & flag.PLACE) === 0 || reading.shapes[index] === LOWER) return false;
  if ((flags & flag.COUNTRY) !== 0) return true;
  if (isPartOfTerm(reading, index)) return false;
  if ((flags & flag.ORDINARY) === 0) return true;
  return index > 0 && reading.gaps[index] === SPACE && /^(?:in|from|near)$/.test(reading.word(index - 1));
}

/** `the Lincoln project`, `Paris-style`: English puts no article before a town. */
export function isPartOfTerm(reading: Reading, index: number): boolean {
  const next = index + 1;
  if (next >= reading.count || reading.shapes[next] !== LOWER) return false;
  if (reading.gaps[next] === HYPHEN) return true;
  if (reading.gaps[next] !== SPACE || ((reading.flags[next] ?? 0) & flag.FUNCTION) !== 0) return false;
  return index > 0 && reading.gaps[index] === SPACE && reading.word(index - 1) === 'the';
}

function continues(reading: Reading, index: number, word: string): boolean {
  const gap = reading.gaps[index];
  return (gap === SPACE || gap === HYPHEN || gap === STOP) && reading.word(index) === word;
}

/** Marks the words inside places of several words, so that `Trinidad and Tobago` stays together. */
export function markPlaces(reading: Reading): void {
  for (let index = 0; index < reading.count; index += 1) {
    const flags = reading.flags[index] ?? 0;
    if ((flags & flag.PLACE_HEAD) === 0 || (reading.shapes[index] === LOWER && !reading.isSmall)) continue;
    const end = index + placeLength(reading, index, reading.count);
    if (reading.isSmall && end > index + 1) reading.shapes.fill(CAPITAL, index, end);
    for (let inside = index + 1; inside < end; inside += 1) {
      reading.flags[inside] = (reading.flags[inside] ?? 0) | flag.IN_PLACE;
    }
    index = Math.max(index, end - 1);
  }
}
