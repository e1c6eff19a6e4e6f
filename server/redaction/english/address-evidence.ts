import { type AddressPart, readPart } from './address-part.ts';
import { continuesAddress, isAddressToken } from './address-token.ts';
import { freeTextRules } from './free-text-rules.ts';
import type { FindingsList } from './findings-list.ts';
import { COLON, COMMA, LINE, SPACE } from './gap.ts';
import { PERSON_THRESHOLD, scorePerson } from './person-score.ts';
import { CODE, NUMBER, type Reading } from './reading.ts';

/** From this score on a stretch of names and numbers is an address. */
const THRESHOLD = 0.8;
/** No address is longer, in tokens; it bounds the work on lists of numbers. */
const LONGEST = 40;
/** Words before an address. */
const CUES = new Set(
  'at to address addresses is in on from near live lives located residing deliver ship sent send located'.split(
    ' ',
  ),
);
const LABELS = new Set(
  'address addr location residence home office shipping billing delivery mailing street'.split(' '),
);

/** Finds addresses: stretches of names, numbers and words for streets, read in parts between commas and line ends. */
export function findAddresses(reading: Reading, list: FindingsList): void {
  for (let index = 0; index < reading.count;) {
    if (list.isTaken(index) || !isAddressToken(reading, index)) {
      index += 1;
      continue;
    }
    const end = stretchEnd(reading, index, list);
    readStretch(reading, index, end, list);
    index = end;
  }
}

function stretchEnd(reading: Reading, first: number, list: FindingsList): number {
  let end = first + 1;
  while (
    end < reading.count &&
    end - first < LONGEST &&
    !list.isTaken(end) &&
    isAddressToken(reading, end) &&
    continuesAddress(reading, end)
  ) {
    end += 1;
  }
  return end;
}

function readStretch(reading: Reading, first: number, end: number, list: FindingsList): void {
  if (!hasNumberAndWord(reading, first, end)) return;
  const parts = splitParts(reading, first, end);
  for (let from = 0; from < parts.length; from += 1) {
    const anchor = parts[from];
    if (anchor !== undefined && isAnchor(anchor)) from = readFrom(reading, parts, from, anchor, list);
  }
}

/** @returns index of the last part of the address that begins at `from`, or `from` when none does. */
function readFrom(
  reading: Reading,
  parts: readonly AddressPart[],
  from: number,
  anchor: AddressPart,
  list: FindingsList,
): number {
  const begin = withNumberBefore(parts, from);
  const until = lastPart(reading, parts, from);
  const first = parts[begin] ?? anchor;
  const score = scoreParts(parts.slice(begin, until + 1)) + scoreBefore(reading, first.first);
  if (score < THRESHOLD) return from;
  list.add(freeTextRules.streetAddress, beginOf(reading, first, anchor), parts[until]?.end ?? anchor.end);
  return until;
}

/** Numbers alone are no address. */
function hasNumberAndWord({ shapes }: Reading, first: number, end: number): boolean {
  let hasNumber = false;
  let hasWord = false;
  for (let index = first; index < end && !(hasNumber && hasWord); index += 1) {
    if (shapes[index] === NUMBER) hasNumber = true;
    else if (shapes[index] !== CODE) hasWord = true;
  }
  return hasNumber && hasWord;
}

function splitParts(reading: Reading, first: number, end: number): readonly AddressPart[] {
  const parts: AddressPart[] = [];
  let start = first;
  for (let index = first + 1; index <= end; index += 1) {
    const gap = reading.gaps[index];
    if (index < end && gap !== COMMA && gap !== LINE) continue;
    parts.push(readPart(reading, start, index));
    start = index;
  }
  return parts;
}

/** A part that an address can begin with. */
function isAnchor(part: AddressPart): boolean {
  return part.street || part.unit || part.named || part.military || part.enclosed;
}

function withNumberBefore(parts: readonly AddressPart[], from: number): number {
  const before = parts[from - 1];
  return before !== undefined && before.words === 0 && before.number ? from - 1 : from;
}

/** The last part that belongs to the address: towns, postcodes and countries follow the street. */
function lastPart(reading: Reading, parts: readonly AddressPart[], from: number): number {
  let last = from;
  for (let index = from + 1; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || !continuesWith(reading, part)) break;
    last = index;
  }
  return last;
}

function continuesWith(reading: Reading, part: AddressPart): boolean {
  if (part.street || part.unit || part.place || part.region || part.military) return true;
  if (part.postcode && part.words <= 5) return true;
  if (part.words === 0 || part.words > 4 || part.number) return false;
  return scorePerson(reading, part) < PERSON_THRESHOLD;
}

function scoreParts(parts: readonly AddressPart[]): number {
  let score = 0;
  const has = (test: (part: AddressPart) => boolean): boolean => parts.some(test);
  if (has((part) => part.street)) score += has((part) => part.number) ? 0.8 : 0.4;
  else if (has((part) => part.enclosed && part.named)) score += 0.6;
  else if (has((part) => part.named || part.enclosed)) score += 0.4;
  if (has((part) => part.military)) score += 0.8;
  if (has((part) => part.unit)) score += 0.4;
  if (has((part) => part.postcode && (part.words > 0 || part.region))) score += 0.2;
  if (has((part) => part.region && part.postcode)) score += 0.2;
  if (parts.slice(1).some((part) => part.place)) score += 0.2;
  if (parts.length > 2) score += 0.2;
  return score;
}

/** A label or a word for being somewhere, right before. */
function scoreBefore(reading: Reading, first: number): number {
  if (first === 0) return 0;
  const gap = reading.gaps[first];
  const word = reading.word(first - 1);
  if ((gap === COLON || gap === LINE) && LABELS.has(word)) return 0.4;
  return gap === SPACE && CUES.has(word) ? 0.2 : 0;
}

/** In the first part the address begins with the first number, where a word for a street follows it. */
function beginOf(reading: Reading, part: AddressPart, anchor: AddressPart): number {
  if (part !== anchor || !part.street) return part.first;
  for (let index = part.first; index < part.end - 1; index += 1) {
    if (reading.shapes[index] === NUMBER)
      return index > part.first && part.end - index < 3 ? part.first : index;
  }
  return part.first;
}
