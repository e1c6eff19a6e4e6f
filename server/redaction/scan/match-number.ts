import type { Candidate } from '../detector.ts';
import type { NumberRule, Span } from '../rule.ts';
import {
  isHopeless,
  type Reading,
  type RulesHere,
  sortRules,
  type Trial,
  tryRules,
} from './check-candidate.ts';
import { contextOf } from './context.ts';
import { Groupings } from './groupings.ts';
import { type NumberCandidate, type NumberWriting, visitNumbers } from './number-candidates.ts';

/** Runs the number rules over the digit runs of a text. */
export type NumberMatcher = (reading: Reading, found: Candidate[]) => void;

type Rules = RulesHere<NumberRule>;

/** What rules may stand for a number that is written in one way. */
interface Way {
  /** As it stands. */
  readonly plain: Rules | undefined;
  /** With a check letter that touches the last digit. */
  readonly touching: Rules | undefined;
  /** With a check letter after a separator. */
  readonly apart: Rules | undefined;
}

/** Ways by grouping; for a number digit by digit and for one over two lines, by the number of its digits. */
interface Ways {
  readonly grouped: Groupings<Way>;
  readonly spelled: readonly Way[];
  readonly wrapped: readonly Way[];
}

/** No rule asks for more digits. */
const MOST_DIGITS = 30;
const noWay: Way = { plain: undefined, touching: undefined, apart: undefined };

export function createNumberMatcher(rules: readonly NumberRule[]): NumberMatcher {
  const ways = waysOf(rules);
  return (reading, found) => {
    visitNumbers(reading.text, ways.grouped, (start, end, writing) => {
      const way = wayOf(writing, ways);
      if (way.plain !== undefined) tryNumber(way.plain, { start, end }, '', writing, reading, found);
      if (way.touching === undefined && way.apart === undefined) return;
      const letter = checkLetterAt(reading.text, end);
      const lettered = letter === end ? way.touching : letter > end ? way.apart : undefined;
      if (lettered !== undefined)
        tryNumber(lettered, { start, end: letter + 1 }, 'X', writing, reading, found);
    });
  };
}

function wayOf({ wrapped, digitByDigit, runs, length, node }: NumberWriting, ways: Ways): Way {
  if (wrapped) return (runs === 2 ? ways.wrapped[length] : undefined) ?? noWay;
  return (digitByDigit ? ways.spelled[length] : ways.grouped.at(node)) ?? noWay;
}

function waysOf(rules: readonly NumberRule[]): Ways {
  const plain = indexByWriting(rules);
  const lettered = indexByWriting(rules.filter((rule) => rule.checkLetter === true));
  const groupings = new Set(
    [...plain.keys(), ...Array.from(lettered.keys(), withoutLetter)].filter(isGrouping),
  );
  const byLength = (name: string, hasGap: boolean): readonly Way[] =>
    Array.from({ length: MOST_DIGITS + 1 }, (_, length) => {
      const withLetter = lettered.get(`${name} ${length + 1}`);
      return {
        plain: plain.get(`${name} ${length}`),
        touching: withLetter,
        apart: hasGap ? withLetter : undefined,
      };
    });
  return {
    grouped: new Groupings(
      Array.from(groupings, (grouping) => [
        grouping,
        {
          plain: plain.get(grouping),
          touching: lettered.get(withTouchingLetter(grouping)),
          apart: lettered.get(`${grouping}-1`),
        },
      ]),
    ),
    spelled: byLength('digits', true),
    // A letter after a gap would be a third piece.
    wrapped: byLength('wrapped', false),
  };
}

/** Rules by how the number is written: the grouping, `digits N` for digit by digit, `wrapped N` over two lines. */
function indexByWriting(rules: readonly NumberRule[]): ReadonlyMap<string, Rules> {
  const index = new Map<string, NumberRule[]>();
  const add = (writing: string, rule: NumberRule): void => {
    const known = index.get(writing);
    if (known === undefined) index.set(writing, [rule]);
    else if (!known.includes(rule)) known.push(rule);
  };
  for (const rule of rules) {
    for (const grouping of rule.groupings) if (rule.lengths.includes(sumOf(grouping))) add(grouping, rule);
    for (const length of rule.lengths) {
      add(String(length), rule);
      add(`digits ${length}`, rule);
      if (rule.wraps === true) add(`wrapped ${length}`, rule);
    }
  }
  return new Map(Array.from(index, ([writing, all]) => [writing, sortRules(all)]));
}

function isGrouping(writing: string): boolean {
  return /^\d/.test(writing);
}

/** How the digits before a check letter are grouped: `6-8-3` for `6-8-4`, `6-8` for `6-8-1`. */
function withoutLetter(writing: string): string {
  return writing.endsWith('-1')
    ? writing.slice(0, -2)
    : writing.replace(/\d+$/, (size) => String(Number(size) - 1));
}

/** `6-8-4` for `6-8-3`. */
function withTouchingLetter(grouping: string): string {
  return grouping.replace(/\d+$/, (size) => String(Number(size) + 1));
}

function sumOf(grouping: string): number {
  return grouping.split('-').reduce((sum, size) => sum + Number(size), 0);
}

/** Where a check letter X stands that follows the number, at most one separator away; -1 when none does. */
function checkLetterAt(text: string, end: number): number {
  const unit = text.charCodeAt(end);
  // Space, dash, dot.
  const at = unit === 0x20 || unit === 0x2d || unit === 0x2e ? end + 1 : end;
  if ((text.charCodeAt(at) | 0x20) !== 0x78) return -1;
  return /[A-Za-z0-9]/.test(text.charAt(at + 1)) ? -1 : at;
}

function tryNumber(
  rules: Rules,
  span: Span,
  letter: '' | 'X',
  writing: NumberWriting,
  reading: Reading,
  found: Candidate[],
): void {
  const context = contextOf(reading.words, reading.text, span.start, span.end);
  if (!isHopeless(rules, context, reading))
    tryRules(rules, new WrittenNumber(reading.text, span, letter, writing), context, reading, found);
}

/** A number where it stands. */
class WrittenNumber implements NumberCandidate, Trial<NumberRule> {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly digitByDigit: boolean;
  readonly wrapped: boolean;
  readonly #text: string;
  #isAlone: boolean | undefined;
  #grouping: string | undefined;

  constructor(text: string, { start, end }: Span, letter: '' | 'X', writing: NumberWriting) {
    this.start = start;
    this.end = end;
    this.#text = text;
    this.digitByDigit = writing.digitByDigit;
    this.wrapped = writing.wrapped;
    const isWhole = end - start === writing.length && letter === '';
    const written = text.slice(start, end);
    this.digits = isWhole ? written : written.replace(/\D/g, '') + letter;
  }

  get grouping(): string {
    this.#grouping ??=
      this.end - this.start === this.digits.length
        ? String(this.digits.length)
        : groupingOf(this.#text.slice(this.start, this.end));
    return this.#grouping;
  }

  fits(): boolean {
    return true;
  }

  passes(rule: NumberRule): boolean {
    return rule.accept(this.digits, this);
  }

  isAlone(): boolean {
    this.#isAlone ??= !this.wrapped && !isPartOfToken(this.#text, this.start, this.end);
    return this.#isAlone;
  }
}

function groupingOf(written: string): string {
  return written
    .split(/[ \-._/\n]/)
    .map((run) => run.length)
    .join('-');
}

/** A number inside an identifier, a hash, a decimal or a formula is something else unless it is announced. */
function isPartOfToken(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/[A-Za-z_]$/.test(before) || /^[A-Za-z_]/.test(after)) return true;
  if (/\d[.×*=+]$/.test(before) || /^\.\d/.test(after)) return true;
  // Three digits after a comma go on with a sum; more are the next field of a list.
  return (/\d,$/.test(before) && isThree(text, start)) || (after.startsWith(',') && isThree(text, end + 1));
}

function isThree(text: string, at: number): boolean {
  return /^\d{3}(?:\D|$)/.test(text.slice(at, at + 4));
}
