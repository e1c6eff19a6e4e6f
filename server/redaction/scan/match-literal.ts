import { boundedMatch } from '../bounded.ts';
import type { Candidate } from '../detector.ts';
import type { LiteralRule } from '../rule.ts';
import { type Reading, toCandidate } from './check-candidate.ts';
import { NO_NODE, PackedTrie } from './packed-trie.ts';

/** Runs the literal rules wherever one of their literals begins. */
export type LiteralMatcher = (reading: Reading, found: Candidate[]) => void;

export function createLiteralMatcher(rules: readonly LiteralRule[]): LiteralMatcher {
  const trie = new PackedTrie();
  const openings = new Uint8Array(0x10000);
  const byNode: (LiteralRule[] | undefined)[] = [];
  for (const rule of rules) {
    for (const literal of rule.literals) {
      (byNode[trie.insert(literal)] ??= []).push(rule);
      const [first, second] = [literal.charCodeAt(0), literal.charCodeAt(1)];
      if (literal.length > 1) openings[pairOf(first, second)] = 1;
      else openings.fill(1, pairOf(first, 0), pairOf(first, 0xff) + 1);
    }
  }
  const tryAt = (start: number, reading: Reading, found: Candidate[]): void => {
    const { text } = reading;
    let node = trie.first(text.charCodeAt(start));
    for (let end = start + 1; node !== NO_NODE; end += 1) {
      for (const rule of byNode[node] ?? []) tryRule(rule, start, reading, found);
      node = end < text.length ? trie.next(node, text.charCodeAt(end)) : NO_NODE;
    }
  };
  return (reading, found) => {
    const { text } = reading;
    let unit = text.charCodeAt(0);
    for (let start = 0; start + 1 < text.length; start += 1) {
      const next = text.charCodeAt(start + 1);
      if (openings[pairOf(unit, next)] === 1) tryAt(start, reading, found);
      unit = next;
    }
  };
}

/** Where two units stand in a table of pairs. Units above 255 share places with others: the table only rules out. */
function pairOf(first: number, second: number): number {
  return ((first & 0xff) << 8) | (second & 0xff);
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
