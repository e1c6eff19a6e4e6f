import { AMPERSAND, HYPHEN, LINE, PARAGRAPH, SPACE, STOP } from './gap.ts';
import { CAPITAL, LOWER, MIXED, type Reading, UPPER } from './reading.ts';
import { isInitialOrTitle } from './sentence.ts';
import * as flag from './word-flags.ts';

/** Words in capitals that stand together, possible parts of one name: tokens from `first` up to `end`. */
export interface ProperRun {
  readonly first: number;
  readonly end: number;
}

/** No name is longer, in tokens. */
const LONGEST = 8;

/** Whether the token is written as part of a name and no word that cannot be one. */
export function isProper(reading: Reading, index: number): boolean {
  const shape = reading.shapes[index];
  const flags = reading.flags[index] ?? 0;
  // `GmbH`, `PhD`
  if (shape === MIXED) return (flags & (flag.COMPANY_SUFFIX | flag.NAME_SUFFIX)) !== 0;
  if (shape !== CAPITAL && shape !== UPPER) return false;
  return (flags & (flag.FUNCTION | flag.WEEKDAY)) === 0 || isNameInspite(reading, index, flags);
}

/** `Will`, `May`, `Sun` are names where they stand before a surname in mid-sentence. */
function isNameInspite(reading: Reading, index: number, flags: number): boolean {
  if ((flags & flag.NAME) === 0 || (flags & flag.WEEKDAY) !== 0) return false;
  const next = index + 1;
  return (
    (flags & flag.GIVEN) !== 0 &&
    next < reading.count &&
    reading.gaps[next] === SPACE &&
    reading.shapes[next] === CAPITAL &&
    isSurname(reading.flags[next] ?? 0)
  );
}

function isSurname(flags: number): boolean {
  if ((flags & flag.FUNCTION) !== 0) return false;
  return (flags & flag.ORDINARY) === 0 || (flags & flag.SURNAME) !== 0;
}

/** The run that begins with the token, which is proper. */
export function runFrom(reading: Reading, first: number): ProperRun {
  let end = first + 1;
  while (end < reading.count && end - first < LONGEST) {
    const next = nextInRun(reading, end);
    if (next < 0) break;
    end = next + 1;
  }
  return { first, end };
}

/** The token at `at`, or after small particles from `at` on, that carries the run on; -1 when it ends. */
function nextInRun(reading: Reading, at: number): number {
  if (!joins(reading, at)) return -1;
  if (((reading.flags[at] ?? 0) & flag.IN_PLACE) !== 0 || isProper(reading, at) || isSecondHalf(reading, at))
    return at;
  let token = at;
  while (
    token < reading.count &&
    token - at < 3 &&
    isParticle(reading, token) &&
    (token === at || joins(reading, token))
  ) {
    token += 1;
  }
  return token > at && token < reading.count && joins(reading, token) && isProper(reading, token)
    ? token
    : -1;
}

/** `Amy-leigh` */
function isSecondHalf(reading: Reading, index: number): boolean {
  return (
    reading.gaps[index] === HYPHEN &&
    reading.shapes[index] === LOWER &&
    ((reading.flags[index] ?? 0) & flag.GIVEN) !== 0
  );
}

export function isParticle(reading: Reading, index: number): boolean {
  return (
    reading.shapes[index] === LOWER &&
    ((reading.flags[index] ?? 0) & flag.PARTICLE) !== 0 &&
    reading.word(index) !== 'a'
  );
}

function joins(reading: Reading, index: number): boolean {
  const gap = reading.gaps[index];
  if (reading.possessive[index - 1] === 1) return false;
  if (gap === SPACE || gap === HYPHEN || gap === AMPERSAND) return true;
  return gap === STOP && isAbbreviation(reading, index - 1);
}

/** An initial or a title: the full stop after it ends no sentence. */
function isAbbreviation(reading: Reading, index: number): boolean {
  const length = (reading.ends[index] ?? 0) - (reading.starts[index] ?? 0);
  return isInitialOrTitle(reading, index) || (length === 2 && reading.word(index) === 'st');
}

/** Whether the run fills its line, as in a signature or an address. */
export function fillsLine(reading: Reading, { first, end }: ProperRun): boolean {
  const gap = reading.gaps[first];
  const after = end < reading.count ? reading.gaps[end] : PARAGRAPH;
  return (gap === LINE || gap === PARAGRAPH) && (after === LINE || after === PARAGRAPH);
}
