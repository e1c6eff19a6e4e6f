import { freeTextRules } from './free-text-rules.ts';
import type { FindingsList } from './findings-list.ts';
import { COMMA, HYPHEN, LINE, PARAGRAPH, SPACE } from './gap.ts';
import { LOWER, NUMBER, type Reading } from './reading.ts';
import { opensSentence } from './sentence.ts';
import * as flag from './word-flags.ts';

/** Words of a title at most. */
const LONGEST = 5;
const ARTICLES = new Set(['a', 'an', 'the', 'our', 'my', 'their', 'his', 'her']);

/** Job titles: a phrase that ends in a noun for one, on a line of its own, in capitals, or after `as a`. */
export function findJobTitles(reading: Reading, list: FindingsList): void {
  for (let index = 0; index < reading.count; index += 1) {
    if (((reading.flags[index] ?? 0) & flag.JOB) === 0 || list.isTaken(index)) continue;
    const first = phraseStart(reading, index, list);
    if (
      isOwnLine(reading, first, index + 1) ||
      isCapitalised(reading, first, index) ||
      isRole(reading, first, index)
    ) {
      list.add(freeTextRules.jobTitle, first, index + 1);
    }
  }
}

function phraseStart(reading: Reading, last: number, list: FindingsList): number {
  let first = last;
  while (first > 0 && last - first < LONGEST - 1 && isInside(reading, first) && !list.isTaken(first - 1)) {
    const flags = reading.flags[first - 1] ?? 0;
    if (
      reading.shapes[first - 1] === NUMBER ||
      (flags & (flag.FUNCTION | flag.PERSON_VERB | flag.OPEN_VERB)) !== 0
    )
      break;
    if (reading.shapes[first - 1] !== LOWER && (flags & flag.ORDINARY) === 0) break;
    first -= 1;
  }
  return first;
}

function isInside(reading: Reading, index: number): boolean {
  return reading.gaps[index] === SPACE || reading.gaps[index] === HYPHEN;
}

function isOwnLine(reading: Reading, first: number, end: number): boolean {
  const before = reading.gaps[first];
  const after = end < reading.count ? reading.gaps[end] : PARAGRAPH;
  return (
    first > 0 &&
    (before === LINE || before === PARAGRAPH) &&
    (after === LINE || after === PARAGRAPH || after === COMMA)
  );
}

/** `Senior Engineer` in mid-sentence, or with two capitals anywhere. */
function isCapitalised(reading: Reading, first: number, last: number): boolean {
  if (reading.shapes[last] === LOWER) return false;
  return last > first ? reading.shapes[first] !== LOWER : !opensSentence(reading, last);
}

/** `works as a nurse`. */
function isRole(reading: Reading, first: number, last: number): boolean {
  if (first < 2 || !isInside(reading, first) || !ARTICLES.has(reading.word(first - 1))) return false;
  // `works as a nurse`; `Mary, the chief nurse, said`
  return (
    reading.word(first - 2) === 'as' ||
    (reading.gaps[first - 1] === COMMA && reading.gaps[last + 1] === COMMA)
  );
}
