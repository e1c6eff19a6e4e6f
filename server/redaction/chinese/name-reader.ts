import { AFTER_NAME, contextBonus } from './context-bonus.ts';
import { contextBit, type Lexicon, standsAt, TIBETAN_BIT } from './lexicon.ts';
import { APPOINT, createFollowers } from './follow-bonus.ts';
import { hanziSet } from './hanzi-set.ts';
import { isDigit, isHanzi } from './simplified-text.ts';
import type { NameCosts } from './surname-costs.ts';

const { label, role, title } = contextBit;
/** Costs are negative natural logarithms; a bonus lowers them. That the next word is a person costs this much, whoever it is. */
const PERSON = 5;
const TWO_HANZI = 1.6;
const THREE_HANZI = 0.2;
const SURNAME_ALONE = 2;
const NICKNAME = 1;
/** 老马, 小高: the surname is a word too. */
const WORD_NICKNAME = 3;
/** Rarer surnames are in no nickname of this kind. */
const MOST_NICKNAMED = 7;
const NAME_AFTER_NAME = 6;
/** No bonus after a name is greater. */
const MOST_AFTER = 6;
const UNREACHED = 1e12;
/** 下周 is no 下 and a person of the name 周. */
const beforeWeek = hanziSet('下上本这每');
const WEEK = 5;
/** 应 and 须 after a word for a person say what he must do. */
const modalSurnames = hanziSet('应须');
const MODAL = 4;
const endsPersonWord = hanziSet('员师人长者手主方工生官民友户客妈爸哥姐弟妹叔姨婆警匠嫂');

const separators = new Set(
  Array.from(' :：="\'“”「」【】[](（)）、,，/|\t@*#\n-_<>', (sign) => sign.charCodeAt(0)),
);

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

/** Runs of Hanzi are read in pieces of at most this many: nobody writes longer ones without a sign between. */
const MAX_RUN = 1000;

/**
 * Reads a text as words and names, by the cheapest path (Viterbi) over two states: the last thing was a word, or a
 * name. Linear: each place looks at four words and four names at most. Each run of Hanzi is read alone; what came
 * before it counts as a bonus.
 * @param slots of the pairs of Hanzi, as `pairSlots` gives them.
 */
export function readNames(
  units: Uint16Array,
  slots: Int32Array,
  lexicon: Lexicon,
  costs: NameCosts,
  surroundings: NameSurroundings,
): readonly ReadName[] {
  const length = units.length;
  const names: ReadName[] = [];
  const followers = createFollowers(units, slots, lexicon);
  const longest = Math.min(length, MAX_RUN);
  const word = createPath(longest);
  const name = createPath(longest);
  const bits = new Uint16Array(longest + 1);
  /** Where the run begins; the paths are counted from here. */
  let base = 0;
  let carried = 0;
  /** Costs of the Hanzi that ends a name and the run. */
  let lastOfRun = costs.last;
  for (let at = 0; at < length;) {
    const unit = units[at] ?? 0;
    if (isHanzi(unit)) at = readRun(at);
    else {
      if (carried !== 0 && !carriesContext(unit)) carried = 0;
      at += 1;
    }
  }
  return names;

  /** Returns the end of the run. */
  function readRun(start: number): number {
    let end = start;
    let mayHoldName = false;
    while (end < length && end - start < MAX_RUN && isHanzi(units[end] ?? 0)) {
      if (costs.mayBegin[units[end] ?? 0] === 1) mayHoldName = true;
      end += 1;
    }
    carried = mayHoldName ? readPaths(start, end) : lastWordBits(start, end);
    return end;
  }

  /** What the longest word that ends at `end` says, for a run that holds no name. */
  function lastWordBits(start: number, end: number): number {
    for (let size = 4; size > 2; size -= 1) {
      const at = end - size;
      const slot = at < start ? -1 : (slots[at] ?? -1);
      const long = slot < 0 ? undefined : lexicon.longFrom(slot);
      const found = long?.find(({ rest }) => rest.length === size - 2 && standsAt(units, at + 2, rest));
      if (found !== undefined && found.bits !== 0) return found.bits;
    }
    const slot = end - start < 2 ? -1 : (slots[end - 2] ?? -1);
    if (slot >= 0 && (lexicon.pairBits[slot] ?? 0) !== 0) return lexicon.pairBits[slot] ?? 0;
    return (lexicon.hanziBits[units[end - 1] ?? 0] ?? 0) & ~(label | role);
  }

  function readPaths(start: number, end: number): number {
    base = start;
    lastOfRun = isDigit(units[end] ?? 0) ? costs.lastBeforeNumber : costs.last;
    word.cost.fill(UNREACHED, 0, end - start + 1);
    name.cost.fill(UNREACHED, 0, end - start + 1);
    word.cost[0] = 0;
    bits[0] = carried;
    for (let at = start; at < end; at += 1) {
      const unit = units[at] ?? 0;
      readWords(at, unit, end);
      if (costs.mayBegin[unit] === 1) readNamesAt(at, unit, end);
    }
    return traceBack(end);
  }

  function readWords(at: number, unit: number, runEnd: number): void {
    relaxWord(
      at,
      1,
      Math.max(lexicon.hanziCost[unit] ?? 0, costs.single[unit] ?? 0),
      lexicon.hanziBits[unit] ?? 0,
    );
    const slot = at + 1 < runEnd ? (slots[at] ?? -1) : -1;
    if (slot < 0) return;
    const cost = lexicon.pairCost[slot] ?? 0;
    if (cost > 0) relaxWord(at, 2, cost, lexicon.pairBits[slot] ?? 0);
    if (((lexicon.pairBits[slot] ?? 0) & TIBETAN_BIT) !== 0) readTibetan(at, runEnd);
    const long = lexicon.longFrom(slot);
    if (long === undefined) return;
    for (const { rest, cost: longCost, bits: longBits } of long) {
      if (at + 2 + rest.length <= runEnd && standsAt(units, at + 2, rest))
        relaxWord(at, rest.length + 2, longCost, longBits);
    }
  }

  function relaxWord(at: number, size: number, cost: number, wordBits: number): void {
    const end = at + size;
    const to = end - base;
    const fromWord = (word.cost[at - base] ?? UNREACHED) + cost;
    const named = name.cost[at - base] ?? UNREACHED;
    const fromName =
      named < UNREACHED
        ? named + cost - followers.bonus({ bits: wordBits, size, end, nameSize: name.size[at - base] ?? 0 })
        : UNREACHED;
    const least = Math.min(fromWord, fromName);
    if (least >= (word.cost[to] ?? UNREACHED)) return;
    word.cost[to] = least;
    word.size[to] = size;
    word.fromName[to] = fromName < fromWord ? 1 : 0;
    bits[to] = size === 1 ? wordBits & ~(label | role) : wordBits;
  }

  function readNamesAt(at: number, unit: number, runEnd: number): void {
    const surname = costs.surname[unit] ?? 0;
    const second = units[at + 1] ?? 0;
    if (at + 1 >= runEnd) return;
    const compound = costs.compound(unit, second);
    const nick = unit === 0x5c0f || unit === 0x8001 || unit === 0x963f;
    if (surname === 0 && compound === undefined && !nick) return;
    const floor = nameBase(at);
    if (surname > 0) readGiven(at, floor + surname, 1, runEnd);
    if (compound !== undefined) readGiven(at, floor + compound, 2, runEnd);
    if (surname > 0 && followers.says(title, at + 1) && !isAppointment(at, unit))
      relaxName(at, 1, floor + surname + SURNAME_ALONE);
    if (compound !== undefined && followers.says(title, at + 2)) relaxName(at, 2, floor + compound);
    if (nick) readNickname(at, floor, unit, second);
  }

  /** 任 of 现任总经理. */
  function isAppointment(at: number, unit: number): boolean {
    return unit === APPOINT && at > 0 && isHanzi(units[at - 1] ?? 0);
  }

  function nameBase(at: number): number {
    const before = at > 0 && isHanzi(units[at - 1] ?? 0);
    const bonus = before ? innerBonus(at) - otherReading(at) : surroundings.before(at, bits[at - base] ?? 0);
    return (
      PERSON +
      Math.min(
        (word.cost[at - base] ?? UNREACHED) - bonus,
        (name.cost[at - base] ?? UNREACHED) + NAME_AFTER_NAME,
      )
    );
  }

  /** How much speaks for a word that is a surname by chance. */
  function otherReading(at: number): number {
    const unit = units[at] ?? 0;
    if (unit === 0x5468 && beforeWeek.has(units[at - 1] ?? 0)) return WEEK;
    return modalSurnames.has(unit) ? MODAL : 0;
  }

  /** 查勘员, 承办人, 店主: words for people end like this. */
  function innerBonus(at: number): number {
    const bonus = contextBonus(bits[at - base] ?? 0);
    return bonus < 3 && endsPersonWord.has(units[at - 1] ?? 0) ? 3 : bonus;
  }

  function readGiven(at: number, floor: number, surnameSize: number, runEnd: number): void {
    const first = units[at + surnameSize] ?? 0;
    if (at + surnameSize >= runEnd) return;
    const second = units[at + surnameSize + 1] ?? 0;
    const endsShort = at + surnameSize + 1 >= runEnd;
    relaxName(at, surnameSize + 1, floor + ((endsShort ? lastOfRun : costs.last)[first] ?? 0) + TWO_HANZI);
    if (endsShort) return;
    const last = at + surnameSize + 2 >= runEnd ? lastOfRun : costs.lastInside;
    const both = Math.min(
      (costs.given[first] ?? 0) + (last[second] ?? 0),
      costs.pair(first, second) ?? UNREACHED,
    );
    relaxName(at, surnameSize + 2, floor + both + THREE_HANZI);
  }

  /** 扎西多吉: two words of Tibetan names. */
  function readTibetan(at: number, runEnd: number): void {
    const slot = at + 4 <= runEnd ? (slots[at + 2] ?? -1) : -1;
    if (slot >= 0 && ((lexicon.pairBits[slot] ?? 0) & TIBETAN_BIT) !== 0) relaxName(at, 4, nameBase(at) + 6);
  }

  /** 小王, 老李, 阿强. */
  function readNickname(at: number, floor: number, unit: number, second: number): void {
    const surname = costs.surname[second] ?? 0;
    if (unit === 0x963f) relaxName(at, 2, floor + (costs.given[second] ?? 0) + NICKNAME);
    else if (surname > 0 && surname < MOST_NICKNAMED)
      relaxName(at, 2, floor + surname + ((costs.single[second] ?? 0) > 0 ? NICKNAME : WORD_NICKNAME));
  }

  function relaxName(at: number, size: number, cost: number): void {
    const to = at + size - base;
    if (cost >= (name.cost[to] ?? UNREACHED)) return;
    name.cost[to] = cost;
    name.size[to] = size;
  }

  /** Keeps the names on the cheapest path to `end`, and returns what it says to what follows. */
  function traceBack(end: number): number {
    const last = end - base;
    const ending = (name.cost[last] ?? UNREACHED) - (word.cost[last] ?? UNREACHED);
    let isName = ending < MOST_AFTER && ending < surroundings.after(end);
    const says = isName ? AFTER_NAME : (bits[last] ?? 0);
    const first = names.length;
    for (let at = last; at > 0;) {
      const path = isName ? name : word;
      const size = path.size[at] ?? 1;
      if (isName) names.push({ start: base + at - size, end: base + at });
      isName = isName
        ? (name.cost[at - size] ?? UNREACHED) + NAME_AFTER_NAME < (word.cost[at - size] ?? UNREACHED)
        : word.fromName[at] === 1;
      at -= size;
    }
    reverseFrom(names, first);
    return says;
  }
}

function reverseFrom(names: ReadName[], first: number): void {
  for (let low = first, high = names.length - 1; low < high; low += 1, high -= 1) {
    const [left, right] = [names[low], names[high]];
    if (left === undefined || right === undefined) return;
    names[low] = right;
    names[high] = left;
  }
}

interface Path {
  readonly cost: Float64Array;
  readonly size: Uint8Array;
  readonly fromName: Uint8Array;
}

function createPath(longest: number): Path {
  return {
    cost: new Float64Array(longest + 1),
    size: new Uint8Array(longest + 1),
    fromName: new Uint8Array(longest + 1),
  };
}

/** Whether the word before still announces what comes after the separator: a full stop or an exclamation ends that. */
function carriesContext(unit: number): boolean {
  return separators.has(unit);
}
