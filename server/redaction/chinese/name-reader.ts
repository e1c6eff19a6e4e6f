import { contextBit, type Lexicon, TIBETAN_BIT } from './lexicon.ts';
import { isHanzi } from './simplified-text.ts';
import type { NameCosts } from './surname-costs.ts';

const { label, role, call, link, title, data, act } = contextBit;
/** Set for what follows a name and a separator. */
export const AFTER_NAME = 1 << 8;
/** Costs are negative natural logarithms; a bonus lowers them. That the next word is a person costs this much, whoever it is. */
const PERSON = 6;
const TWO_HANZI = 1.6;
const THREE_HANZI = 0.2;
const SURNAME_ALONE = 2;
const NICKNAME = 1;
const NAME_AFTER_NAME = 6;
const UNREACHED = 1e12;
/** 了, 着, 过 follow a verb: a name that seems to stand before them has swallowed it. */
const needsVerb = new Set([0x4e86, 0x7740, 0x8fc7]);
const endsPersonWord = new Set(Array.from('员师人长者手主方工生', (hanzi) => hanzi.charCodeAt(0)));

/** A name as the cheapest reading of the text has it. Offsets of the text, half open. */
export interface ReadName {
  readonly start: number;
  readonly end: number;
}

/** Bonuses for names from what stands beyond the run of Hanzi they are in. */
export interface NameSurroundings {
  /** For a name that begins at `start`, where no Hanzi is right before; `bits` of the last word before. */
  before(start: number, bits: number): number;
  /** For a name that ends at `end`, where no Hanzi follows. */
  after(end: number): number;
}

/**
 * Reads a text as words and names, by the cheapest path (Viterbi) over two states: the last thing was a word, or a
 * name. Linear: each place looks at four words and four names at most.
 */
export function readNames(
  units: Uint16Array,
  lexicon: Lexicon,
  costs: NameCosts,
  surroundings: NameSurroundings,
): readonly ReadName[] {
  const length = units.length;
  const word = createPath(length);
  const name = createPath(length);
  const bits = new Uint16Array(length + 1);
  word.cost[0] = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    if (!isHanzi(unit)) readSeparator(at, unit);
    else {
      readWords(at, unit);
      readNamesAt(at, unit);
    }
  }
  const afterLast = length > 0 && isHanzi(units[length - 1] ?? 0) ? surroundings.after(length) : 0;
  return traceBack(length, afterLast);

  function readSeparator(at: number, unit: number): void {
    const fromWord = word.cost[at] ?? UNREACHED;
    const fromName = (name.cost[at] ?? UNREACHED) - surroundings.after(at);
    const isName = fromName < fromWord;
    word.cost[at + 1] = isName ? fromName : fromWord;
    word.size[at + 1] = 1;
    word.fromName[at + 1] = isName ? 1 : 0;
    const carried = isName ? AFTER_NAME : (bits[at] ?? 0);
    bits[at + 1] = carriesContext(unit) ? carried : 0;
  }

  function readWords(at: number, unit: number): void {
    relaxWord(
      at,
      1,
      Math.max(lexicon.hanziCost[unit] ?? 0, costs.single[unit] ?? 0),
      lexicon.hanziBits[unit] ?? 0,
    );
    const slot = at + 1 < length ? lexicon.slotOf(unit, units[at + 1] ?? 0) : -1;
    if (slot < 0) return;
    const cost = lexicon.pairCost[slot] ?? 0;
    if (cost > 0) relaxWord(at, 2, cost, lexicon.pairBits[slot] ?? 0);
    if (((lexicon.pairBits[slot] ?? 0) & TIBETAN_BIT) !== 0) readTibetan(at);
    const long = lexicon.longFrom(slot);
    if (long === undefined) return;
    for (const { rest, cost: longCost, bits: longBits } of long) {
      if (standsAt(units, at + 2, rest)) relaxWord(at, rest.length + 2, longCost, longBits);
    }
  }

  function relaxWord(at: number, size: number, cost: number, wordBits: number): void {
    const end = at + size;
    const fromWord = (word.cost[at] ?? UNREACHED) + cost;
    const fromName = (name.cost[at] ?? UNREACHED) + cost - followBonus(wordBits, size, end);
    const least = Math.min(fromWord, fromName);
    if (least >= (word.cost[end] ?? UNREACHED)) return;
    word.cost[end] = least;
    word.size[end] = size;
    word.fromName[end] = fromName < fromWord ? 1 : 0;
    bits[end] = size === 1 ? wordBits & ~(label | role) : wordBits;
  }

  /** How much a word right after a name speaks for the name. */
  function followBonus(wordBits: number, size: number, end: number): number {
    if ((wordBits & title) !== 0) return size === 1 ? 4.5 : 7;
    if (size === 1 && needsVerb.has(units[end - 1] ?? 0)) return -1;
    if (size === 1 && units[end - 1] === 0x7684) return isDataWord(end) ? 4.5 : 0.5;
    if ((wordBits & data) !== 0) return size === 1 ? 2 : 5;
    if ((wordBits & act) !== 0) return isHanzi(units[end] ?? 0) || isDigit(units[end] ?? 0) ? 1.8 : 0.5;
    return 0;
  }

  function isDataWord(at: number): boolean {
    const slot = lexicon.slotOf(units[at] ?? 0, units[at + 1] ?? 0);
    if (slot < 0) return false;
    if (((lexicon.pairBits[slot] ?? 0) & data) !== 0) return true;
    return (lexicon.longFrom(slot) ?? []).some(
      (long) => (long.bits & data) !== 0 && standsAt(units, at + 2, long.rest),
    );
  }

  function readNamesAt(at: number, unit: number): void {
    const surname = costs.surname[unit] ?? 0;
    const second = units[at + 1] ?? 0;
    if (!isHanzi(second)) return;
    const compound = costs.compound(unit, second);
    const nick = unit === 0x5c0f || unit === 0x8001 || unit === 0x963f;
    if (surname === 0 && compound === undefined && !nick) return;
    const base = nameBase(at);
    if (surname > 0) readGiven(at, base + surname, 1);
    if (compound !== undefined) readGiven(at, base + compound, 2);
    if (surname > 0 && isTitleAt(at + 1)) relaxName(at, 1, base + surname + SURNAME_ALONE);
    if (compound !== undefined && isTitleAt(at + 2)) relaxName(at, 2, base + compound);
    if (nick) readNickname(at, base, unit, second);
  }

  function nameBase(at: number): number {
    const before = at > 0 && isHanzi(units[at - 1] ?? 0);
    const bonus = before ? innerBonus(at) : surroundings.before(at, bits[at] ?? 0);
    return (
      PERSON + Math.min((word.cost[at] ?? UNREACHED) - bonus, (name.cost[at] ?? UNREACHED) + NAME_AFTER_NAME)
    );
  }

  /** 查勘员, 承办人, 店主: words for people end like this. */
  function innerBonus(at: number): number {
    const bonus = contextBonus(bits[at] ?? 0);
    return bonus < 3 && endsPersonWord.has(units[at - 1] ?? 0) ? 3 : bonus;
  }

  function readGiven(at: number, base: number, surnameSize: number): void {
    const first = units[at + surnameSize] ?? 0;
    if (!isHanzi(first)) return;
    const second = units[at + surnameSize + 1] ?? 0;
    relaxName(at, surnameSize + 1, base + (costs.last[first] ?? 0) + TWO_HANZI);
    if (!isHanzi(second)) return;
    const both = (costs.given[first] ?? 0) + (costs.last[second] ?? 0);
    relaxName(at, surnameSize + 2, base + both + THREE_HANZI);
  }

  /** 扎西多吉: two words of Tibetan names. */
  function readTibetan(at: number): void {
    const slot = lexicon.slotOf(units[at + 2] ?? 0, units[at + 3] ?? 0);
    if (slot >= 0 && ((lexicon.pairBits[slot] ?? 0) & TIBETAN_BIT) !== 0) relaxName(at, 4, nameBase(at) + 6);
  }

  /** 小王, 老李, 阿强. */
  function readNickname(at: number, base: number, unit: number, second: number): void {
    const surname = costs.surname[second] ?? 0;
    if (unit === 0x963f) relaxName(at, 2, base + (costs.given[second] ?? 0) + NICKNAME);
    else if (surname > 0 && (costs.single[second] ?? 0) > 0) relaxName(at, 2, base + surname + NICKNAME);
  }

  function isTitleAt(at: number): boolean {
    const unit = units[at] ?? 0;
    if (((lexicon.hanziBits[unit] ?? 0) & title) !== 0) return true;
    const slot = lexicon.slotOf(unit, units[at + 1] ?? 0);
    if (slot < 0) return false;
    if (((lexicon.pairBits[slot] ?? 0) & title) !== 0) return true;
    return (lexicon.longFrom(slot) ?? []).some(
      (long) => (long.bits & title) !== 0 && standsAt(units, at + 2, long.rest),
    );
  }

  function relaxName(at: number, size: number, cost: number): void {
    const end = at + size;
    if (end > length || cost >= (name.cost[end] ?? UNREACHED)) return;
    name.cost[end] = cost;
    name.size[end] = size;
  }

  function traceBack(end: number, bonus: number): readonly ReadName[] {
    const names: ReadName[] = [];
    let isName = (name.cost[end] ?? UNREACHED) - bonus < (word.cost[end] ?? UNREACHED);
    for (let at = end; at > 0;) {
      if (isName) {
        const start = at - (name.size[at] ?? 1);
        names.push({ start, end: at });
        isName = (name.cost[start] ?? UNREACHED) + NAME_AFTER_NAME < (word.cost[start] ?? UNREACHED);
        at = start;
      } else {
        isName = word.fromName[at] === 1;
        at -= word.size[at] ?? 1;
      }
    }
    return names.toReversed();
  }
}

/** How much the word right before speaks for a name. */
export function contextBonus(bits: number): number {
  if ((bits & label) !== 0) return 5.5;
  if ((bits & role) !== 0) return 4;
  if ((bits & title) !== 0) return 3.5;
  if ((bits & call) !== 0) return 2.5;
  if ((bits & link) !== 0) return 1;
  return 0;
}

interface Path {
  readonly cost: Float64Array;
  readonly size: Uint8Array;
  readonly fromName: Uint8Array;
}

function createPath(length: number): Path {
  return {
    cost: new Float64Array(length + 1).fill(UNREACHED),
    size: new Uint8Array(length + 1),
    fromName: new Uint8Array(length + 1),
  };
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function standsAt(units: Uint16Array, at: number, rest: readonly number[]): boolean {
  return rest.every((unit, index) => units[at + index] === unit);
}

/** Whether the word before still announces what comes after the separator: a full stop or an exclamation ends that. */
function carriesContext(unit: number): boolean {
  return ' :：="\'“”「」【】[](（)）、,，/|\t@*#\n-_<>'.includes(String.fromCharCode(unit));
}
