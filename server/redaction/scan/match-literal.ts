import { boundedMatch } from '../bounded.ts';
import type { Candidate } from '../detector.ts';
import type { LiteralRule } from '../rule.ts';
import { type Reading, toCandidate } from './check-candidate.ts';
import { OpeningTable } from './opening-table.ts';
import { NO_NODE, PackedTrie } from './packed-trie.ts';

/** Runs the literal rules wherever one of their literals begins. */
export type LiteralMatcher = (reading: Reading, found: Candidate[]) => void;

const none: readonly LiteralRule[] = [];

export function createLiteralMatcher(rules: readonly LiteralRule[]): LiteralMatcher {
  const trie = new PackedTrie();
  const openings = new OpeningTable();
  const byNode: (LiteralRule[] | undefined)[] = [];
  for (const rule of rules) {
    for (const literal of rule.literals) {
      (byNode[trie.insert(literal)] ??= []).push(rule);
      openings.add(literal);
    }
  }
  const tryAt = (start: number, reading: Reading, found: Candidate[]): void => {
    const { text } = reading;
    let node = trie.first(text.charCodeAt(start));
    for (let end = start + 1; node !== NO_NODE; end += 1) {
      for (const rule of byNode[node] ?? none) tryRule(rule, start, reading, found);
      node = end < text.length ? trie.next(node, text.charCodeAt(end)) : NO_NODE;
    }
  };
  return (reading, found) => {
    const { text } = reading;
    let unit = text.charCodeAt(0);
    let next = text.charCodeAt(1);
    for (let start = 0; start + 1 < text.length; start += 1) {
      const third = start + 2 < text.length ? text.charCodeAt(start + 2) : 0;
      if (openings.mayBegin(unit, next, third)) tryAt(start, reading, found);
      unit = next;
      next = third;
    }
  };
}

function tryRule(rule: LiteralRule, start: number, { text, wanted }: Reading, found: Candidate[]): void {
  if (!wanted.has(rule.type)) return;
  rule.pattern.lastIndex = start;
  const match = rule.pattern.exec(text);
  const span = match === null ? undefined : (rule.accept ?? boundedMatch)(match, text);
  if (span === undefined) return;
  const candidate = toCandidate(rule, span, undefined);
  found.push('unverified' in span ? { ...candidate, unverified: true } : candidate);
}
