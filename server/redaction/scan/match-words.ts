import { groupBy } from '../../util/group-by.ts';
import type { Candidate } from '../detector.ts';
import type { LabelRule, ListRule } from '../rule.ts';
import { type Reading, toCandidate } from './check-candidate.ts';
import { announcing, contextOf, isRuledOut, valueStart } from './context.ts';
import type { WordHit } from './word-index.ts';

/** Runs the rules that begin with a word of the index: values right after a label, and words of a list. */
export type WordMatcher = (reading: Reading, found: Candidate[]) => void;

export function createWordMatcher(labels: readonly LabelRule[]): WordMatcher {
  const byType = groupBy(labels, (rule) => rule.type);
  return (reading, found) => {
    for (const hit of reading.words.all) {
      matchLabels(hit, byType, reading, found);
      for (const rule of hit.word.listedBy) matchListed(rule, hit, reading, found);
    }
  };
}

function matchLabels(
  hit: WordHit,
  byType: ReadonlyMap<string, readonly LabelRule[]>,
  { text, wanted }: Reading,
  found: Candidate[],
): void {
  let start = -1;
  for (const type of hit.word.announces) {
    if (!wanted.has(type)) continue;
    for (const rule of byType.get(type) ?? []) {
      if (start < 0) start = valueStart(text, hit.end);
      rule.value.lastIndex = start;
      const match = rule.value.exec(text);
      const span = match === null ? undefined : rule.accept(match, text);
      if (span !== undefined) found.push(toCandidate(rule, span, hit));
    }
  }
}

function matchListed(rule: ListRule, { start, end }: WordHit, reading: Reading, found: Candidate[]): void {
  const { text, words, wanted } = reading;
  if (!wanted.has(rule.type)) return;
  const span = rule.accept === undefined ? { start, end } : rule.accept({ start, end }, text);
  if (span === undefined) return;
  const context = contextOf(words, text, span.start, span.end);
  const hit = announcing(context, rule.type);
  if (hit === undefined && (rule.context === 'required' || isRuledOut(context, rule.type))) return;
  found.push(toCandidate(rule, span, hit));
}
