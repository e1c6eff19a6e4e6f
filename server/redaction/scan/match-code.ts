import type { Candidate } from '../detector.ts';
import type { CodeRule } from '../rule.ts';
import {
  checkCandidate,
  type Reading,
  type RulesHere,
  rulesWorthTrying,
  sortRules,
} from './check-candidate.ts';
import { type CodeCandidate, listCodeCandidates } from './code-candidates.ts';
import { contextOf } from './context.ts';
import { groupingsOf } from './groupings.ts';

/** Runs the code rules over the pieces of letters and digits of a text. */
export type CodeMatcher = (reading: Reading, found: Candidate[]) => void;

export function createCodeMatcher(rules: readonly CodeRule[]): CodeMatcher {
  const byGrouping = new Map<string, CodeRule[]>();
  for (const rule of rules) {
    for (const grouping of new Set([...rule.lengths.map(String), ...rule.groupings])) {
      byGrouping.set(grouping, [...(byGrouping.get(grouping) ?? []), rule]);
    }
  }
  const groupings = groupingsOf(byGrouping.keys());
  const here = sortRules(byGrouping);
  return (reading, found) => {
    for (const candidate of listCodeCandidates(reading.text, groupings)) {
      const fitting = here.get(candidate.grouping);
      if (fitting !== undefined) tryRules(fitting, candidate, reading, found);
    }
  };
}

function tryRules(
  rules: RulesHere<CodeRule>,
  candidate: CodeCandidate,
  reading: Reading,
  found: Candidate[],
): void {
  const { text, words, wanted } = reading;
  const { start, end, written } = candidate;
  const upper = written.toUpperCase();
  const context = contextOf(words, text, start, end);
  const fitting = rulesWorthTrying(rules, context, reading).filter(
    (rule) => wanted.has(rule.type) && rule.shape.test(rule.caseSensitive === true ? written : upper),
  );
  if (fitting.length === 0) return;
  const alone = !isGlued(text, start - 1) && !isGlued(text, end);
  for (const rule of fitting) {
    const value = rule.caseSensitive === true ? written : upper;
    const passes = (): boolean => rule.accept === undefined || rule.accept(value, candidate);
    checkCandidate({ rule, span: candidate, context, alone, passes }, reading, found);
  }
}

/** What makes the piece a part of an identifier or an address of the net. */
function isGlued(text: string, index: number): boolean {
  const character = text.charAt(index);
  return character === '_' || character === '@' || character === '%';
}
