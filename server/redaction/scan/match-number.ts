import type { Candidate } from '../detector.ts';
import type { NumberRule } from '../rule.ts';
import {
  checkCandidate,
  type Reading,
  type RulesHere,
  rulesWorthTrying,
  sortRules,
} from './check-candidate.ts';
import { contextOf } from './context.ts';
import { groupingsOf } from './groupings.ts';
import { listNumberCandidates, type NumberCandidate } from './number-candidates.ts';

/** Runs the number rules over the digit runs of a text. */
export type NumberMatcher = (reading: Reading, found: Candidate[]) => void;

export function createNumberMatcher(rules: readonly NumberRule[]): NumberMatcher {
  const allowed = indexByWriting(rules);
  const withLetter = indexByWriting(rules.filter((rule) => rule.checkLetter === true));
  const groupings = groupingsOf([...allowed.keys(), ...Array.from(withLetter.keys(), withoutLetter)]);
  return (reading, found) => {
    for (const candidate of listNumberCandidates(reading.text, groupings)) {
      tryRules(rulesFor(candidate, allowed), candidate, reading, found);
      const lettered = withCheckLetter(candidate, reading.text);
      if (lettered !== undefined) tryRules(rulesFor(lettered, withLetter), lettered, reading, found);
    }
  };
}

/** Rules by how the number is written: the grouping, `digits N` for digit by digit, `wrapped N` over two lines. */
type RulesByWriting = ReadonlyMap<string, RulesHere<NumberRule>>;

function indexByWriting(rules: readonly NumberRule[]): RulesByWriting {
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
  return sortRules(index);
}

/** How the digits before a check letter are grouped: `6-8-3` for `6-8-4`, `6-8` for `6-8-1`. */
function withoutLetter(writing: string): string {
  return writing.endsWith('-1')
    ? writing.slice(0, -2)
    : writing.replace(/\d+$/, (size) => String(Number(size) - 1));
}

function sumOf(grouping: string): number {
  return grouping.split('-').reduce((sum, size) => sum + Number(size), 0);
}

function rulesFor(candidate: NumberCandidate, index: RulesByWriting): RulesHere<NumberRule> | undefined {
  return index.get(writingOf(candidate));
}

function writingOf({ wrapped, digitByDigit, digits, grouping }: NumberCandidate): string {
  if (wrapped) return grouping.split('-').length === 2 ? `wrapped ${digits.length}` : '';
  return digitByDigit ? `digits ${digits.length}` : grouping;
}

/** The number with the check letter X that follows it, at most one separator away. */
function withCheckLetter(candidate: NumberCandidate, text: string): NumberCandidate | undefined {
  const gap = /[ .-]/.test(text.charAt(candidate.end)) ? 1 : 0;
  const letter = text.charAt(candidate.end + gap);
  if ((letter !== 'X' && letter !== 'x') || /[A-Za-z0-9]/.test(text.charAt(candidate.end + gap + 1))) {
    return undefined;
  }
  const grouping =
    gap === 1
      ? `${candidate.grouping}-1`
      : candidate.grouping.replace(/\d+$/, (size) => String(Number(size) + 1));
  return { ...candidate, end: candidate.end + gap + 1, digits: `${candidate.digits}X`, grouping };
}

function tryRules(
  rules: RulesHere<NumberRule> | undefined,
  candidate: NumberCandidate,
  reading: Reading,
  found: Candidate[],
): void {
  if (rules === undefined) return;
  const { text, words, wanted } = reading;
  const { start, end, digits, wrapped } = candidate;
  const context = contextOf(words, text, start, end);
  const alone = !wrapped && !isPartOfToken(text, start, end);
  for (const rule of rulesWorthTrying(rules, context, reading)) {
    if (!wanted.has(rule.type)) continue;
    const passes = (): boolean => rule.accept(digits, candidate);
    checkCandidate({ rule, span: candidate, context, alone, passes }, reading, found);
  }
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
