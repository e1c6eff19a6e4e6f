import { hanziByCost } from './tables/hanzi-costs.ts';
import { type NameContext, nameContexts, tibetanNameWords } from './tables/name-contexts.ts';
import { cityNames, countyNames, provinceNames } from './tables/regions.ts';
import { wordsOverHundredFifty } from './tables/words-usual.ts';
import { wordsOverForty } from './tables/words-rare.ts';
import { longWords, wordsOfToday } from './tables/words-long.ts';
import { wordsOverSixHundred, wordsOverTenThousand, wordsOverTwoThousand } from './tables/words-common.ts';

/** What a word says about what stands beside it, as bits: a word may be several things. */
export const contextBit: Readonly<Record<NameContext, number>> = {
  label: 1,
  role: 2,
  call: 4,
  link: 8,
  title: 16,
  data: 32,
  act: 64,
  honorific: 4096,
};
/** The word is a place. */
export const PLACE_BIT = 128;
/** The word is half of a Tibetan name: 扎西 of 扎西多吉. */
export const TIBETAN_BIT = 512;
/** The name of a place begins with these two Hanzi. */
export const PLACE_HEAD_BIT = 2048;
/** Longer words begin with these two Hanzi. */
const LONG_BIT = 1024;

const CAPACITY = 1 << 17;
const UNKNOWN_COST = 14;
const LONG_COST = 12;
const PLACE_COST = 11;
const TIBETAN_COST = 14;
const CONTEXT_COST = 9;
/** Most that a verb of one Hanzi costs: talk has more of them than books. */
const ACT_COST = 8;

/** Longer words that begin with the same two Hanzi. */
interface LongWord {
  readonly rest: readonly number[];
  cost: number;
  bits: number;
}

/**
 * Words of Chinese with the negative natural logarithm of their share of all words, and what they say about their
 * neighbours. Words of two Hanzi are in an open-addressing table: a look-up takes about 10 ns.
 */
export interface Lexicon {
  /** Cost of a Hanzi as a word of its own. */
  readonly hanziCost: Uint8Array;
  readonly hanziBits: Uint8Array;
  /** Slot of the word of two Hanzi, or -1. */
  slotOf(first: number, second: number): number;
  /** Cost of the word in a slot; 0 when only longer words begin so. */
  readonly pairCost: Uint8Array;
  readonly pairBits: Uint16Array;
  /** Longer words that begin with the two Hanzi of the slot. */
  longFrom(slot: number): readonly LongWord[] | undefined;
}

let shared: Lexicon | undefined;

/** Built at first use, in about 50 ms, and kept. */
export function chineseLexicon(): Lexicon {
  shared ??= buildLexicon();
  return shared;
}

function buildLexicon(): Lexicon {
  const hanziCost = new Uint8Array(0x1_0000).fill(UNKNOWN_COST);
  const hanziBits = new Uint8Array(0x1_0000);
  const keys = new Uint32Array(CAPACITY);
  const pairCost = new Uint8Array(CAPACITY);
  const pairBits = new Uint16Array(CAPACITY);
  const long = new Map<number, LongWord[]>();

  for (const [cost, hanzi] of hanziByCost) {
    for (let index = 0; index < hanzi.length; index += 1) hanziCost[hanzi.charCodeAt(index)] = cost;
  }
  addGroups(wordsOverTenThousand, 8);
  addGroups(wordsOverTwoThousand, 9);
  addGroups(wordsOverSixHundred, 11);
  addGroups(wordsOverHundredFifty, 12);
  addGroups(wordsOverForty, 14);
  for (const word of split(longWords)) addWord(word, LONG_COST, 0);
  for (const word of split(wordsOfToday)) addWord(word, LONG_COST, 0);
  for (const names of [provinceNames, cityNames, countyNames]) {
    for (const name of split(names)) {
      addWord(name, PLACE_COST, PLACE_BIT);
      const head = newSlot(name.charCodeAt(0), name.charCodeAt(1));
      pairBits[head] = (pairBits[head] ?? 0) | PLACE_HEAD_BIT;
      const short = shortPlaceName(name);
      if (short !== undefined) addWord(short, PLACE_COST, PLACE_BIT);
    }
  }
  for (const { context, words } of nameContexts) {
    for (const word of split(words)) addWord(word, CONTEXT_COST, contextBit[context]);
  }
  for (const word of split(tibetanNameWords)) addWord(word, TIBETAN_COST, TIBETAN_BIT);
  return {
    hanziCost,
    hanziBits,
    slotOf,
    pairCost,
    pairBits,
    longFrom: (slot) => (((pairBits[slot] ?? 0) & LONG_BIT) === 0 ? undefined : long.get(slot)),
  };

  function addGroups(groups: string, cost: number): void {
    for (const group of split(groups)) {
      for (let index = 1; index < group.length; index += 1) {
        pairCost[newSlot(group.charCodeAt(0), group.charCodeAt(index))] = cost;
      }
    }
  }

  /** A word that is there already keeps the lower cost. */
  function addWord(word: string, cost: number, bits: number): void {
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      hanziBits[first] = (hanziBits[first] ?? 0) | bits;
      if (bits === contextBit.act) hanziCost[first] = Math.min(hanziCost[first] ?? 0, ACT_COST);
      return;
    }
    const slot = newSlot(first, word.charCodeAt(1));
    if (word.length > 2) {
      addLong(slot, word, cost, bits);
      return;
    }
    const known = pairCost[slot] ?? 0;
    pairCost[slot] = known === 0 ? cost : Math.min(known, cost);
    pairBits[slot] = (pairBits[slot] ?? 0) | bits;
  }

  function addLong(slot: number, word: string, cost: number, bits: number): void {
    const rest = Array.from({ length: word.length - 2 }, (_, index) => word.charCodeAt(index + 2));
    const words = long.get(slot) ?? [];
    const known = words.find((other) => other.rest.join() === rest.join());
    if (known === undefined) words.push({ rest, cost, bits });
    else known.bits |= bits;
    long.set(slot, words);
    pairBits[slot] = (pairBits[slot] ?? 0) | LONG_BIT;
  }

  function newSlot(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    let slot = hash(key);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (CAPACITY - 1);
    keys[slot] = key;
    return slot;
  }

  function slotOf(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    let slot = hash(key);
    while (keys[slot] !== key) {
      if (keys[slot] === 0) return -1;
      slot = (slot + 1) & (CAPACITY - 1);
    }
    return slot;
  }
}

/** A place without its suffix, when two Hanzi or more are left: 海淀 of 海淀区. */
export function shortPlaceName(name: string): string | undefined {
  const short = name.replace(
    /(?:特别行政区|(?:壮族|回族|维吾尔)自治区|自治区|(?:[^自]{1,9}族)*自治[州县旗]|新区|地区|[省市县区盟旗镇乡])$/,
    '',
  );
  return short.length >= 2 && short !== name ? short : undefined;
}

function split(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}

function hash(key: number): number {
  return Math.imul(key, 0x9e37_79b1) >>> 15;
}

/** Whether the Hanzi stand in the text at `at`. */
export function standsAt(units: Uint16Array, at: number, hanzi: readonly number[]): boolean {
  for (let index = 0; index < hanzi.length; index += 1) if (units[at + index] !== hanzi[index]) return false;
  return true;
}
