import { COLON, COMMA, LINE, PARAGRAPH, SPACE, STOP } from './gap.ts';
import type { ProperRun } from './proper-run.ts';
import { CAPITAL, LOWER, type Reading, UPPER } from './reading.ts';
import { opensSentence } from './sentence.ts';
import * as flag from './word-flags.ts';

/** From this score on the words are taken for a person. */
export const PERSON_THRESHOLD = 0.55;

/** Endings of surnames of many countries; a word of no table that has one is more likely a name. */
const SURNAME_ENDING =
  /(?:ov|ova|ev|eva|sky|skaya|ski|ska|enko|ovich|evich|sen|sson|dottir|berg|stein|mann|ez|ini|elli|etti|ino|ic|czyk|wicz|ian|yan|shvili|dze|oglu|escu|opoulos|akis|chuk|yuk|quist|gren|lund|strom|veld|ink|stra|sma|huis|ema|eau|ault|ier|ard|hara|moto|mura|yama|uchi|nen|la|aho)$/;

/** Words before a name after which hardly anything but a name follows. */
const STRONG_CUES = new Set(
  "name named called dear hi hello hey attn attention me am i'm sister brother wife husband son daughter mother father mom mum dad friend colleague boss neighbour neighbor fiance fiancee boyfriend girlfriend uncle aunt cousin nephew niece grandmother grandfather regards sincerely cheers signed patient cardholder starring featuring ask tell call".split(
    ' ',
  ),
);

/** How likely the run is a person: 0 and less for not at all, `PERSON_THRESHOLD` and more for a name. */
export function scorePerson(reading: Reading, run: ProperRun): number {
  const words = scoreWords(reading, run);
  return words === undefined ? 0 : words + scoreSurroundings(reading, run);
}

function scoreWords(reading: Reading, { first, end }: ProperRun): number | undefined {
  let score = 0;
  let content = 0;
  let initials = 0;
  let named = false;
  for (let index = first; index < end; index += 1) {
    const flags = reading.flags[index] ?? 0;
    if (reading.shapes[index] === LOWER) continue;
    if ((reading.ends[index] ?? 0) - (reading.starts[index] ?? 0) === 1) {
      initials += 1;
      continue;
    }
    if (content > 0 && (flags & flag.NAME_SUFFIX) !== 0) {
      score += 0.3;
      continue;
    }
    content += 1;
    if ((flags & flag.NAME) !== 0) named = true;
    score += scoreWord(reading, index, flags);
  }
  if (content === 1 && reading.shapes[end - 1] === UPPER && initials === 0) score -= 0.3;
  if (content === 0 || (content === 1 && isTitleAlone(reading, first, end))) return undefined;
  if (content > 1 && ((reading.flags[first] ?? 0) & flag.GIVEN) !== 0) score += 0.25;
  if (initials > 0 && named) score += 0.3;
  if (content > 4) score -= 0.3;
  return score;
}

/** `Dear Sir` */
function isTitleAlone(reading: Reading, first: number, end: number): boolean {
  return end - first === 1 && ((reading.flags[first] ?? 0) & flag.TITLE) !== 0;
}

/** What one word of a run adds. */
function scoreWord(reading: Reading, index: number, flags: number): number {
  const ordinary = (flags & flag.ORDINARY) !== 0;
  if ((flags & flag.CAPITAL_WORD) !== 0) return -0.5;
  if ((flags & flag.BRAND) !== 0) return (flags & flag.NAME) === 0 ? -0.5 : 0;
  if ((flags & (flag.COMPANY_SUFFIX | flag.ORGANISATION | flag.MONTH)) !== 0)
    return (flags & flag.NAME) === 0 ? -0.4 : 0;
  if ((flags & flag.COUNTRY) !== 0) return 0.1;
  if ((flags & flag.GIVEN) !== 0) {
    if (ordinary || isShort(reading, index)) return 0.3;
    return (flags & (flag.PLACE | flag.DEMONYM)) === 0 ? 0.6 : 0.3;
  }
  if ((flags & flag.SURNAME) !== 0) {
    if ((flags & flag.DEMONYM) !== 0) return 0;
    if (ordinary || isShort(reading, index)) return 0.15;
    return (flags & flag.PLACE) === 0 ? 0.35 : 0.2;
  }
  if (ordinary) return -0.25;
  if ((flags & (flag.PLACE | flag.DEMONYM)) !== 0) return 0;
  if (reading.shapes[index] === UPPER) return 0.1;
  return SURNAME_ENDING.test(reading.word(index)) ? 0.35 : 0.2;
}

/** Two letters, or up to four capitals: more likely an abbreviation. */
function isShort(reading: Reading, index: number): boolean {
  const length = (reading.ends[index] ?? 0) - (reading.starts[index] ?? 0);
  return length < (reading.shapes[index] === UPPER ? 5 : 3);
}

function scoreSurroundings(reading: Reading, run: ProperRun): number {
  const against = (isOpeningWord(reading, run) ? 0.3 : 0) + (isBeforeNoun(reading, run) ? 0.15 : 0);
  return scoreBefore(reading, run.first) + scoreAfter(reading, run) + scoreList(reading, run) - against;
}

function scoreBefore(reading: Reading, first: number): number {
  const before = first - 1;
  if (before < 0) return 0;
  const flags = reading.flags[before] ?? 0;
  const gap = reading.gaps[first];
  if ((flags & flag.TITLE) !== 0 && (gap === SPACE || gap === STOP))
    return (flags & flag.ORDINARY) === 0 ? 0.8 : 0.3;
  if ((flags & flag.PERSON_CUE) === 0) return 0;
  const word = reading.word(before);
  if (gap === SPACE) return STRONG_CUES.has(word) ? 0.35 : 0.1;
  return (gap === COLON || gap === COMMA || gap === LINE || gap === PARAGRAPH) && STRONG_CUES.has(word)
    ? 0.35
    : 0;
}

function scoreAfter(reading: Reading, { end }: ProperRun): number {
  if (reading.possessive[end - 1] === 1) return 0.15;
  if (end >= reading.count || reading.gaps[end] !== SPACE || reading.shapes[end] !== LOWER) return 0;
  const flags = reading.flags[end] ?? 0;
  if ((flags & flag.PERSON_VERB) !== 0) return 0.25;
  return (flags & flag.OPEN_VERB) === 0 ? 0 : 0.1;
}

/** Another name beside it in a list: `Elaine, Janet and Dan`. */
function scoreList(reading: Reading, { first, end }: ProperRun): number {
  if (end < reading.count && reading.gaps[end] === COMMA && isClearName(reading, end)) return 0.25;
  if (first < 1) return 0;
  if (reading.gaps[first] === COMMA) return isClearName(reading, first - 1) ? 0.25 : 0;
  return first > 1 && isAnd(reading, first) && isClearName(reading, first - 2) ? 0.25 : 0;
}

function isAnd(reading: Reading, first: number): boolean {
  return (
    reading.gaps[first] === SPACE && reading.gaps[first - 1] === SPACE && reading.word(first - 1) === 'and'
  );
}

/** A given name or surname that is nothing else. */
function isClearName(reading: Reading, index: number): boolean {
  if (reading.shapes[index] !== CAPITAL) return false;
  const flags = reading.flags[index] ?? 0;
  return (
    (flags & flag.NAME) !== 0 && (flags & (flag.ORDINARY | flag.PLACE | flag.BRAND | flag.CAPITAL_WORD)) === 0
  );
}

/** A name that opens a sentence and is followed by a noun in small letters is a part of a term: `Jasmine tea`. */
function isBeforeNoun(reading: Reading, { first, end }: ProperRun): boolean {
  if (end - first > 1 || end >= reading.count || reading.gaps[end] !== SPACE || reading.shapes[end] !== LOWER)
    return false;
  if (reading.isSmall || reading.possessive[first] === 1) return false;
  if (((reading.flags[end] ?? 0) & (flag.FUNCTION | flag.PERSON_VERB | flag.OPEN_VERB)) !== 0) return false;
  return opensSentence(reading, first) && !/(?:ed|s|ly)$/.test(reading.word(end));
}

/** One ordinary word at the beginning of a sentence has its capital from there. */
function isOpeningWord(reading: Reading, { first, end }: ProperRun): boolean {
  return (
    end - first === 1 && ((reading.flags[first] ?? 0) & flag.ORDINARY) !== 0 && opensSentence(reading, first)
  );
}
