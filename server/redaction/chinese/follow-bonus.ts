import { hanziSet } from './hanzi-set.ts';
import { contextBit, type Lexicon, standsAt } from './lexicon.ts';
import { isDigit, isHanzi } from './simplified-text.ts';

const { title, data, act, honorific } = contextBit;
/** 了, 着, 过 follow a verb: a name that seems to stand before them has swallowed it. */
const needsVerb = hanziSet('了着过');
const needsMore = hanziSet('和与及以因向对将被把从之均若如可有一');
const DANGLING = 4;
/** A word of one Hanzi after a name that is no listed one is the rest of something longer. */
const UNLISTED = 1;
const POSSESSIVE = 0x7684;
/** 任, to hold an office. */
export const APPOINT = 0x4efb;

/** A word right after a name. */
export interface Follower {
  readonly bits: number;
  readonly size: number;
  readonly end: number;
  /** Hanzi of the name before it. */
  readonly nameSize: number;
}

export interface Followers {
  /** How much the word speaks for the name: a cost to take off. */
  bonus(follower: Follower): number;
  /** Whether a word that says `bit` begins at `at`. */
  says(bit: number, at: number): boolean;
}

/** Weighs what comes right after names. */
export function createFollowers(units: Uint16Array, slots: Int32Array, lexicon: Lexicon): Followers {
  return { bonus: (follower) => wordBonus(follower) - dangling(follower), says };

  function wordBonus(follower: Follower): number {
    const { bits, size, end } = follower;
    const last = units[end - 1] ?? 0;
    if ((bits & title) !== 0) return titleBonus(follower);
    if (size === 1 && needsVerb.has(last)) return 0;
    if (size === 1 && last === POSSESSIVE) return says(data, end) ? 4.5 : 0.5;
    if ((bits & data) !== 0) return size === 1 ? 2 : 5;
    if ((bits & act) !== 0) return goesOn(end) ? 1.8 : 0.5;
    return size === 1 ? -UNLISTED : 0;
  }

  function titleBonus({ bits, size, end, nameSize }: Follower): number {
    if (size === 1) return 4.5;
    if (units[end - size - 1] === APPOINT) return 0;
    return (bits & honorific) === 0 && nameSize === 2 && isWord(end - size - 2) ? 2 : 7;
  }

  /** Whether two Hanzi are a word: 麻醉 before 医师 says what he is, not who. */
  function isWord(at: number): boolean {
    const slot = slots[at] ?? -1;
    return slot >= 0 && (lexicon.pairCost[slot] ?? 0) > 0;
  }

  /** 和, 于 and the like are no last word: what stands before a sign is a part of the name. */
  function dangling({ size, end }: Follower): number {
    return size === 1 && needsMore.has(units[end - 1] ?? 0) && !goesOn(end) ? DANGLING : 0;
  }

  function goesOn(end: number): boolean {
    const next = units[end] ?? 0;
    return isHanzi(next) || isDigit(next);
  }

  function says(bit: number, at: number): boolean {
    if (bit === title && ((lexicon.hanziBits[units[at] ?? 0] ?? 0) & title) !== 0) return true;
    const slot = slots[at] ?? -1;
    if (slot < 0) return false;
    if (((lexicon.pairBits[slot] ?? 0) & bit) !== 0) return true;
    return (lexicon.longFrom(slot) ?? []).some(
      (long) => (long.bits & bit) !== 0 && standsAt(units, at + 2, long.rest),
    );
  }
}
