import { lengthOf } from './address-token.ts';
import { freeTextRules } from './free-text-rules.ts';
import type { EvidenceRule } from '../rule.ts';
import type { FindingsList } from './findings-list.ts';
import { SPACE, STOP } from './gap.ts';
import { isAfterNameCue } from './name-cue.ts';
import { scoreOrganisation } from './organisation-score.ts';
import { PERSON_THRESHOLD, scorePerson } from './person-score.ts';
import { isPartOfTerm, placeLength } from './place-match.ts';
import { fillsLine, isParticle, isProper, type ProperRun, runFrom } from './proper-run.ts';
import { LOWER, MIXED, NUMBER, type Reading, UPPER } from './reading.ts';
import { opensSentence } from './sentence.ts';
import * as flag from './word-flags.ts';

/** From the Chinese, Japanese and Korean blocks on. */
const FIRST_HANZI = 0x2e80;

/** Words before a name of a place. */
const PLACE_CUES = new Set(
  'in from near to at around outside visit visiting visited via towards toward leaving'.split(' '),
);

/** Reads each run of capitals as an organisation, a person, a place, or a name of something else. */
export function findNames(reading: Reading, list: FindingsList): void {
  for (let index = 0; index < reading.count;) {
    if (list.isTaken(index) || !isProper(reading, index)) {
      index += 1;
      continue;
    }
    const run = freePart(runFrom(reading, index), list);
    const institution = institutionEnd(reading, run, list);
    if (institution > 0) {
      list.add(freeTextRules.institution, run.first, institution);
      index = institution;
      continue;
    }
    const name =
      isInBlock(reading, run, list) && !isTitle(reading, run.first) ? run : withoutOpening(reading, run);
    readRun(reading, withParticles(reading, name, list), list);
    index = run.end;
  }
}

function freePart({ first, end }: ProperRun, list: FindingsList): ProperRun {
  let free = first;
  while (free < end && !list.isTaken(free)) free += 1;
  return { first, end: free };
}

/** The end of a name such as `University of Ghent` or `Bank of the North` that begins with the run; 0 for none. */
function institutionEnd(reading: Reading, run: ProperRun, list: FindingsList): number {
  const last = run.end - 1;
  if (((reading.flags[last] ?? 0) & flag.ORGANISATION) === 0 || !isWordAt(reading, run.end, 'of')) return 0;
  const first = isWordAt(reading, run.end + 1, 'the') ? run.end + 2 : run.end + 1;
  if (
    first >= reading.count ||
    reading.gaps[first] !== SPACE ||
    list.isTaken(first) ||
    !isProper(reading, first)
  )
    return 0;
  return freePart(runFrom(reading, first), list).end;
}

function isWordAt(reading: Reading, index: number, word: string): boolean {
  return index < reading.count && reading.gaps[index] === SPACE && reading.word(index) === word;
}

/** Titles, and an ordinary word that opens the sentence, are no part of the name after them. */
function withoutOpening(reading: Reading, run: ProperRun): ProperRun {
  let first = run.first;
  while (run.end - first > 1 && (isTitle(reading, first) || isOpening(reading, first))) first += 1;
  return { first, end: run.end };
}

/** `van Gijn`, `de la Cruz`: the small words before a name belong to it. */
function withParticles(reading: Reading, run: ProperRun, list: FindingsList): ProperRun {
  let { first } = run;
  while (
    first > 0 &&
    reading.gaps[first] === SPACE &&
    isParticle(reading, first - 1) &&
    !list.isTaken(first - 1)
  ) {
    if (
      ((reading.flags[first - 1] ?? 0) & flag.FUNCTION) !== 0 ||
      /^(?:d|do|y|e|o|ap|mac|st|del)$/.test(reading.word(first - 1))
    )
      break;
    first -= 1;
  }
  return { first, end: run.end };
}

function isTitle(reading: Reading, index: number): boolean {
  const gap = reading.gaps[index + 1];
  return ((reading.flags[index] ?? 0) & flag.TITLE) !== 0 && (gap === SPACE || gap === STOP);
}

function isOpening(reading: Reading, index: number): boolean {
  const flags = reading.flags[index] ?? 0;
  return (
    (flags & (flag.ORDINARY | flag.PERSON_CUE)) !== 0 &&
    (flags & (flag.NAME | flag.PLACE_HEAD)) === 0 &&
    opensSentence(reading, index)
  );
}

function readRun(reading: Reading, run: ProperRun, list: FindingsList): void {
  const whole = placeLength(reading, run.first, run.end);
  if (whole > 1 && whole === run.end - run.first) {
    list.add(freeTextRules.place, run.first, withPostcode(reading, run.end, list));
    return;
  }
  const organisation = scoreOrganisation(reading, run);
  if (organisation !== undefined) {
    list.add(organisation, run.first, run.end);
    return;
  }
  if (scorePerson(reading, run) >= PERSON_THRESHOLD) {
    addPerson(reading, run, list);
    return;
  }
  readParts(reading, run, list);
}

/** The name, and the title before it as a finding of its own. */
function addPerson(reading: Reading, run: ProperRun, list: FindingsList): void {
  list.add(personRule(reading, run), run.first, run.end);
  for (let title = run.first - 1; title >= 0 && isTitle(reading, title) && !list.isTaken(title); title -= 1) {
    list.add(freeTextRules.courtesyTitle, title, title + 1);
  }
}

function personRule(reading: Reading, { first, end }: ProperRun): EvidenceRule {
  if (first > 0 && isTitle(reading, first - 1)) return freeTextRules.personTitled;
  for (let index = first; index < end; index += 1) {
    if (((reading.flags[index] ?? 0) & flag.GIVEN) !== 0) return freeTextRules.personGiven;
  }
  return freeTextRules.personSurname;
}

function readParts(reading: Reading, run: ProperRun, list: FindingsList): void {
  for (let index = run.first; index < run.end;) {
    const place = placeLength(reading, index, run.end);
    if (place > 0) {
      const end = withPostcode(reading, index + place, list);
      list.add(freeTextRules.place, index, end);
      index = end;
      continue;
    }
    const end = partEnd(reading, index, run.end);
    readPart(reading, { first: index, end }, list);
    index = end;
  }
}

/** `Kenya 01672`: a postcode that ends the line or the sentence belongs to the place before it. */
function withPostcode(reading: Reading, end: number, list: FindingsList): number {
  if (
    end >= reading.count ||
    reading.shapes[end] !== NUMBER ||
    reading.gaps[end] !== SPACE ||
    list.isTaken(end)
  )
    return end;
  const length = lengthOf(reading, end);
  const isLast = end + 1 >= reading.count || reading.gaps[end + 1] !== SPACE;
  return (length === 5 || length === 6) && isLast ? end + 1 : end;
}

function partEnd(reading: Reading, first: number, limit: number): number {
  let end = first + 1;
  while (end < limit && placeLength(reading, end, limit) === 0) end += 1;
  return end;
}

function readPart(reading: Reading, run: ProperRun, list: FindingsList): void {
  const flags = reading.flags[run.first] ?? 0;
  const isSingle = run.end - run.first === 1;
  if (isSingle && (flags & flag.DEMONYM) !== 0) {
    list.add(freeTextRules.nationality, run.first, run.end);
    return;
  }
  if (isSingle && (flags & flag.PLACE) !== 0 && isPartOfTerm(reading, run.first)) return;
  if (isAmongHanzi(reading, run)) return;
  if (!isName(reading, run) && !isInBlock(reading, run, list)) return;
  list.add(
    isAfterPlaceCue(reading, run.first) ? freeTextRules.placeNamed : freeTextRules.properName,
    run.first,
    run.end,
  );
}

/** A word of Latin letters inside Chinese is a term of the trade far more often than an unknown name. */
function isAmongHanzi({ text, starts, ends }: Reading, { first, end }: ProperRun): boolean {
  const before = text.charCodeAt((starts[first] ?? 0) - 1);
  const after = text.charCodeAt(ends[end - 1] ?? text.length);
  return before >= FIRST_HANZI || after >= FIRST_HANZI;
}

/** In a letterhead or a signature the line above or below an address or a person names the firm. */
function isInBlock(reading: Reading, run: ProperRun, list: FindingsList): boolean {
  if (!fillsLine(reading, run)) return false;
  return (run.end < reading.count && list.isTaken(run.end)) || (run.first > 0 && list.isTaken(run.first - 1));
}

/** Whether the run is a name of something: capitals in mid-sentence that are no abbreviation, brand or month. */
function isName(reading: Reading, { first, end }: ProperRun): boolean {
  let known = 0;
  for (let index = first; index < end; index += 1) {
    const flags = reading.flags[index] ?? 0;
    const shape = reading.shapes[index];
    if ((flags & (flag.BRAND | flag.MONTH | flag.CAPITAL_WORD)) !== 0 || shape === MIXED) return false;
    if (shape === UPPER && !isUnusualCapitals(reading, index, first)) return false;
    if (shape !== LOWER && (flags & flag.ORDINARY) === 0 && lengthOf(reading, index) > 2) known += 1;
  }
  // Ordinary words with capitals are a name where a name is expected, and a term of the trade elsewhere.
  return known > 0 || isAfterNameCue(reading, first);
}

/** Capitals throughout are an abbreviation unless the word is long, or stands where a place is expected. */
function isUnusualCapitals(reading: Reading, index: number, first: number): boolean {
  if (((reading.flags[index] ?? 0) & flag.ORDINARY) !== 0) return false;
  const length = lengthOf(reading, index);
  return length > 6 || (length > 3 && isAfterPlaceCue(reading, first));
}

function isAfterPlaceCue(reading: Reading, first: number): boolean {
  return first > 0 && reading.gaps[first] === SPACE && PLACE_CUES.has(reading.word(first - 1));
}
