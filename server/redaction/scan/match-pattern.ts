import type { Candidate } from '../detector.ts';
import type { PatternRule } from '../rule.ts';
import { type Reading, toCandidate } from './check-candidate.ts';
import { announcing, contextOf, isRuledOut } from './context.ts';

/** Runs the pattern rules over the whole text, one after the other. */
export type PatternMatcher = (reading: Reading, found: Candidate[]) => void;

/** The next match from an offset on. */
type NextMatch = (text: string, from: number) => RegExpExecArray | null;

export function createPatternMatcher(rules: readonly PatternRule[]): PatternMatcher {
  const prepared = rules.map((rule) => ({
    rule,
    next: rule.begins === 'word' ? nextAtWord(rule.pattern) : nextAnywhere(rule.pattern),
  }));
  return (reading, found) => {
    const holds = createLookUp(reading.text);
    for (const { rule, next } of prepared) {
      if (!reading.wanted.has(rule.type) || (rule.needs !== undefined && !holds(rule.needs))) continue;
      if (rule.context === 'required' && !reading.words.has(rule.type)) continue;
      matchPattern(rule, next, reading, found);
    }
  };
}

/** Many patterns need the same string: each is looked for once. */
function createLookUp(text: string): (needed: string | RegExp) => boolean {
  const known = new Map<string | RegExp, boolean>();
  return (needed) => {
    let holds = known.get(needed);
    if (holds === undefined) {
      holds = typeof needed === 'string' ? text.includes(needed) : needed.test(text);
      known.set(needed, holds);
    }
    return holds;
  };
}

function matchPattern(
  rule: PatternRule,
  next: NextMatch,
  { text, words }: Reading,
  found: Candidate[],
): void {
  let from = 0;
  for (let match = next(text, from); match !== null; match = next(text, from)) {
    const span = rule.accept(match, text);
    from = match.index + 1;
    if (span === undefined) continue;
    const context = contextOf(words, text, span.start, span.end);
    const hit = announcing(context, rule.type);
    if (hit === undefined && (rule.context === 'required' || isRuledOut(context, rule.type))) continue;
    found.push(toCandidate(rule, span, rule.context === 'required' ? hit : undefined));
    from = Math.max(span.end, from);
  }
}

function nextAnywhere(pattern: RegExp): NextMatch {
  return (text, from) => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
}

/**
 * Matches with no letter, digit or underscore right before them. The places are found by the same pattern with that
 * character in front, so that it is not tried at each letter of every word.
 */
function nextAtWord({ source, flags }: RegExp): NextMatch {
  const places = new RegExp(`[^A-Za-z0-9_](?:${source})`, flags);
  const atPlace = new RegExp(source, flags.replace('g', 'y'));
  const matchAt = (text: string, start: number): RegExpExecArray | null => {
    atPlace.lastIndex = start;
    return atPlace.exec(text);
  };
  return (text, from) => {
    const atBegin = from === 0 ? matchAt(text, 0) : null;
    if (atBegin !== null) return atBegin;
    places.lastIndex = Math.max(0, from - 1);
    const place = places.exec(text);
    return place === null ? null : matchAt(text, place.index + 1);
  };
}
