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
/** A shorter name is too often a word in capitals: "WE WILL" after "Will". */
const LEAST_NAME_IN_CAPITALS = 5;

/**
 * How a value is known again. `exactly`: as it was written. `capitalised`: with a capital at its start, whatever the
 * case of the rest: "MARTINEZ" after "Martinez", and "hope" stays a word after "Hope". `any-case`: in any case.
 */
type Recognition = 'exactly' | 'capitalised' | 'any-case';

interface KnownValue {
  readonly type: string;
  readonly recognition: Recognition;
  /** As it was written, in each of its ways. */
  readonly written: Set<string>;
}

interface Node {
  readonly next: Map<number, Node>;
  /** The value that ends here. */
  value?: KnownValue;
}

/**
 * The values that one vault has shown so far. A value that a label gave away once is masked wherever else it stands,
 * label or not, and in capitals too. Texts are those of a view: width and invisible characters make no difference.
 */
export interface KnownValues {
  learn(type: EntityType, value: string): void;
  /** Every place where a known value stands, the longest for each start. One pass, at most 128 steps for each place. */
  find(text: string): readonly Candidate[];
  clear(): void;
}

export function createKnownValues(): KnownValues {
  let root: Node = { next: new Map() };
  return {
    learn(type, value) {
      if (!isTelling(type, value)) return;
      let node = root;
      for (let index = 0; index < value.length; index += 1)
        node = childOf(node, lowerUnit(value.charCodeAt(index)));
      node.value ??= { type: type.id, recognition: recognitionOf(type, value), written: new Set() };
      node.value.written.add(value);
    },
    find(text) {
      if (root.next.size === 0) return [];
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

function recognitionOf(type: EntityType, value: string): Recognition {
  if (type.canonical === 'exact') return 'exactly';
  if (type.label !== 'PERSON' || /\s/.test(value)) return 'any-case';
  return value.length < LEAST_NAME_IN_CAPITALS ? 'exactly' : 'capitalised';
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
  let node = root.next.get(lowerUnit(text.charCodeAt(start)));
  for (let end = start + 1; node !== undefined; end += 1) {
    if (node.value !== undefined && isKnownAt(node.value, text, start, end)) {
      longest = { type: node.value.type, rule: KNOWN_VALUE_RULE, start, end, score: SCORE };
    }
    node = end < text.length ? node.next.get(lowerUnit(text.charCodeAt(end))) : undefined;
  }
  return longest;
}

function isKnownAt({ recognition, written }: KnownValue, text: string, start: number, end: number): boolean {
  if (!isBounded(text, { start, end })) return false;
  switch (recognition) {
    case 'any-case':
      return true;
    case 'capitalised':
      return isCapital(text.charCodeAt(start)) || written.has(text.slice(start, end));
    case 'exactly':
      return written.has(text.slice(start, end));
    default:
      return recognition satisfies never;
  }
}

function isCapital(unit: number): boolean {
  return lowerUnit(unit) !== unit;
}

/** Lower case of one UTF-16 unit; a letter whose lower case is longer stays as it is. */
function lowerUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
  // Hanzi, kana and Hangul have no case.
  if (unit >= 0x2e80 && unit < 0xff00) return unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
