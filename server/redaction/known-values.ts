import { isBounded } from './bounded.ts';
import type { Candidate } from './detector.ts';
import type { EntityType } from './entity-type.ts';
import { NO_NODE, PackedTrie } from './scan/packed-trie.ts';

/** The rule of a value that another rule found elsewhere in the same exchange. */
export const KNOWN_VALUE_RULE = 'known-value';
const SCORE = 0.6;
const LEAST_LENGTH = 6;
/** Longer values, such as key blocks, are found by their own shape; this bounds the time for each place. */
const MOST_LENGTH = 128;
/** A power of two. */
const OPENINGS = 4096;
const LEAST_LATIN_NAME = 3;
const LEAST_HANZI_NAME = 2;
/** A shorter name is too often a word in capitals: "WE WILL" after "Will". */
const LEAST_NAME_IN_CAPITALS = 5;
/** Characters whose lower case does not depend on their neighbours: ASCII, Hanzi, kana, Hangul. */
const CASED_ALONE = /^[\0-\x7f\u2e80-\ud7ff]*$/;

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

/** The values by the node of the trie at which they end. */
interface Index {
  readonly trie: PackedTrie;
  readonly values: (KnownValue | undefined)[];
  /** 1 where some value begins with two units whose place in this table this is: rules out most places at once. */
  readonly openings: Uint8Array;
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
  let index = emptyIndex();
  let isEmpty = true;
  /** A text often holds the same value many times. */
  const learned = new Set<string>();
  return {
    learn(type, value) {
      if (learned.has(value) || !isTelling(type, value)) return;
      learned.add(value);
      isEmpty = false;
      const lower = toLower(value);
      index.openings[openingOf(lower.charCodeAt(0), lower.charCodeAt(1))] = 1;
      const known = (index.values[index.trie.insert(lower)] ??= {
        type: type.id,
        recognition: recognitionOf(type, value),
        written: new Set(),
      });
      known.written.add(value);
    },
    find(text) {
      if (isEmpty) return [];
      const found: Candidate[] = [];
      let unit = lowerUnit(text.charCodeAt(0));
      for (let start = 0; start + 1 < text.length; start += 1) {
        const next = lowerUnit(text.charCodeAt(start + 1));
        const candidate =
          index.openings[openingOf(unit, next)] === 1 ? longestAt(index, text, start) : undefined;
        if (candidate !== undefined) found.push(candidate);
        unit = next;
      }
      return found;
    },
    clear() {
      index = emptyIndex();
      isEmpty = true;
      learned.clear();
    },
  };
}

function emptyIndex(): Index {
  return { trie: new PackedTrie('small'), values: [], openings: new Uint8Array(OPENINGS) };
}

function openingOf(first: number, second: number): number {
  return (Math.imul(first, 31) + second) & (OPENINGS - 1);
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

function longestAt({ trie, values }: Index, text: string, start: number): Candidate | undefined {
  let longest: Candidate | undefined;
  let node = trie.first(lowerUnit(text.charCodeAt(start)));
  for (let end = start + 1; node !== NO_NODE; end += 1) {
    const value = values[node];
    if (value !== undefined && isKnownAt(value, text, start, end)) {
      longest = { type: value.type, rule: KNOWN_VALUE_RULE, start, end, score: SCORE };
    }
    node = end < text.length ? trie.next(node, lowerUnit(text.charCodeAt(end))) : NO_NODE;
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

/** Unit by unit, as `find` reads the text. */
function toLower(value: string): string {
  if (CASED_ALONE.test(value)) return value.toLowerCase();
  let lower = '';
  for (let index = 0; index < value.length; index += 1)
    lower += String.fromCharCode(lowerUnit(value.charCodeAt(index)));
  return lower;
}

/** Lower case of one UTF-16 unit; a letter whose lower case is longer stays as it is. */
function lowerUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
  // Hanzi, kana and Hangul have no case.
  if (unit >= 0x2e80 && unit < 0xff00) return unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}
