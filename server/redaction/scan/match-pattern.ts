import type { Candidate } from '../detector.ts';
import type { PatternRule } from '../rule.ts';
import { type Reading, toCandidate } from './check-candidate.ts';
import { announcing, contextOf, isRuledOut } from './context.ts';

/** Runs one pattern over the whole text. */
export function matchPattern(rule: PatternRule, { text, words, wanted }: Reading, found: Candidate[]): void {
  if (!wanted.has(rule.type)) return;
  if (rule.needs !== undefined && !text.includes(rule.needs)) return;
  if (rule.context === 'required' && !words.has(rule.type)) return;
  const { pattern } = rule;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span = rule.accept(match, text);
    pattern.lastIndex = match.index + 1;
    if (span === undefined) continue;
    const context = contextOf(words, text, span.start, span.end);
    const hit = announcing(context, rule.type);
    if (hit === undefined && (rule.context === 'required' || isRuledOut(context, rule.type))) continue;
    found.push(toCandidate(rule, span, rule.context === 'required' ? hit : undefined));
    pattern.lastIndex = Math.max(span.end, match.index + 1);
  }
}
