import { isBounded } from './bounded.ts';
import type { Candidate } from './detector.ts';
import type { EntityType } from './entity-type.ts';

/** The rule of a value that another rule found elsewhere in the same exchange. */
export const KNOWN_VALUE_RULE = 'known-value';
const SCORE = 0.6;
const LEAST_LENGTH = 6;
/** Longer values, such as key blocks, are found by their own shape; this bounds the time for each place. */
const MOST_LENGTH = 128;
const LEAST_LATIN_NAME = 3;
const LEAST_HANZI_NAME = 2;

interface Node {
  readonly next: Map<number, Node>;
  /** Type of the value that ends here. */
  type?: string;
}

/**
 * The values that one exchange has shown so far. A value that a label gave away once is masked wherever else it
 * stands, label or not.
 */
export interface KnownValues {
  learn(type: EntityType, value: string): void;
  /** Every place where a known value stands, the longest for each start. One pass. */
  find(text: string): readonly Candidate[];
  clear(): void;
}

export function createKnownValues(): KnownValues {
  let root: Node = { next: new Map() };
  return {
    learn(type, value) {
      if (!isTelling(type, value)) return;
      let node = root;
      for (let index = 0; index < value.length; index += 1) node = childOf(node, value.charCodeAt(index));
      node.type ??= type.id;
    },
    find(text) {
      const found: Candidate[] = [];
      for (let start = 0; start < text.length; start += 1) {
        const candidate = longestAt(root, text, start);
        if (candidate !== undefined) found.push(candidate);
      }
      return found;
    },
    clear() {
      root = { next: new Map() };
    },
  };
}

/** Short numbers and words mean something else elsewhere; a name is telling from two Hanzi or three letters on. */
function isTelling(type: EntityType, value: string): boolean {
  if (value.length > MOST_LENGTH) return false;
  if (type.tier !== 'critical' && type.tier !== 'personal') return false;
  if (type.label !== 'PERSON') return value.length >= LEAST_LENGTH;
  return value.length >= (/[\u3400-\u9fff]/.test(value) ? LEAST_HANZI_NAME : LEAST_LATIN_NAME);
}

function childOf(node: Node, unit: number): Node {
  const known = node.next.get(unit);
  if (known !== undefined) return known;
  const child: Node = { next: new Map() };
  node.next.set(unit, child);
  return child;
}

function longestAt(root: Node, text: string, start: number): Candidate | undefined {
  let longest: Candidate | undefined;
  let node = root.next.get(text.charCodeAt(start));
  for (let end = start + 1; node !== undefined; end += 1) {
    if (node.type !== undefined && isBounded(text, { start, end })) {
      longest = { type: node.type, rule: KNOWN_VALUE_RULE, start, end, score: SCORE };
    }
    node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
  }
  return longest;
}
