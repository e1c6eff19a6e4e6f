import { groupBy } from '../../util/group-by.ts';
import type { Candidate } from '../detector.ts';
import type { LabelRule, ListRule } from '../rule.ts';
import { type Reading, toCandidate } from './check-candidate.ts';
import { announcing, contextOf, isRuledOut, valueStart } from './context.ts';
import type { Word, WordHit } from './word-hits.ts';

/** Runs the rules that begin with a word of the index: values right after a label, and words of a list. */
export type WordMatcher = (reading: Reading, found: Candidate[]) => void;

export function createWordMatcher(labels: readonly LabelRule[]): WordMatcher {
  const labelsOf = createLabelChoice(labels);
  return (reading, found) => {
    const { words } = reading;
    for (let index = 0; index < words.count; index += 1) {
      const word = words.wordOf(index);
      if (word === undefined) continue;
      const rules = labelsOf(word);
      if (rules.length === 0 && word.listedBy.length === 0) continue;
      const hit: WordHit = { start: words.startOf(index), end: words.endOf(index), word };
      matchLabels(hit, rules, reading, found);
      for (const rule of word.listedBy) matchListed(rule, hit, reading, found);
    }
  };
}

/** The rules that read a value after each word. Most words have none. */
function createLabelChoice(labels: readonly LabelRule[]): (word: Word) => readonly LabelRule[] {
  const byType = groupBy(labels, (rule) => rule.type);
  const known = new Map<Word, readonly LabelRule[]>();
  return (word) => {
    let rules = known.get(word);
    if (rules === undefined) {
      rules = [...word.announces].flatMap((type) => byType.get(type) ?? []);
      known.set(word, rules);
    }
    return rules;
  };
}

function matchLabels(
  hit: WordHit,
  rules: readonly LabelRule[],
  { text, wanted }: Reading,
  found: Candidate[],
): void {
  let start = -1;
  for (const rule of rules) {
    if (!wanted.has(rule.type)) continue;
    if (start < 0) start = valueStart(text, hit.end);
    rule.value.lastIndex = start;
    const match = rule.value.exec(text);
    const span = match === null ? undefined : rule.accept(match, text);
    if (span !== undefined) found.push(toCandidate(rule, span, hit));
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
