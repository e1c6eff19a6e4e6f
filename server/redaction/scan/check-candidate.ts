import { groupBy } from '../../util/group-by.ts';
import type { Candidate } from '../detector.ts';
import type { CodeRule, NumberRule, Rule, Span } from '../rule.ts';
import { announcing, type Context, isRuledOut, labelling } from './context.ts';
import type { Word, WordHit, WordHits } from './word-hits.ts';

/** A text with its words, and what is looked for in it. */
export interface Reading {
  readonly text: string;
  readonly words: WordHits;
  /** Ids of the wanted entity types. */
  readonly wanted: ReadonlySet<string>;
  /** Whether the text is values and nothing else. */
  readonly onlyValues?: boolean;
}

/** A written value that rules may stand for. Each answer is worked out when a rule asks for it. */
export interface Trial<R extends NumberRule | CodeRule> extends Span {
  /** Whether it has the shape of the rule. */
  fits(rule: R): boolean;
  /** The rule's own check. */
  passes(rule: R): boolean;
  /** Whether the writing alone lets it be a value of its own, with no word that announces it. */
  isAlone(): boolean;
}

/** Rules that can fit at a place: those that take no word, and those that need one by the type that it announces. */
export interface RulesHere<R extends NumberRule | CodeRule> {
  readonly all: readonly R[];
  readonly free: readonly R[];
  readonly needing: ReadonlyMap<string, RulesOfType<R>>;
  /** What each word announces of `needing`, as far as it was asked for: some words announce dozens of types. */
  readonly announcedBy: Map<Word, readonly RulesOfType<R>[]>;
}

interface RulesOfType<R> {
  /** In the order of the registry. */
  readonly rank: number;
  readonly rules: readonly R[];
}

/** Sorts the rules out once, so that a place costs only the few that take no word, and those whose words stand there. */
export function sortRules<R extends NumberRule | CodeRule>(all: readonly R[]): RulesHere<R> {
  const needing = groupBy(
    all.filter(({ context }) => context === 'required'),
    ({ type }) => type,
  );
  return {
    all,
    free: all.filter(({ context }) => context === 'free'),
    needing: new Map(Array.from(needing, ([type, rules], rank) => [type, { rank, rules }])),
    announcedBy: new Map(),
  };
}

/** Whether no rule can say anything here: none is free, and no word stands near. */
export function isHopeless<R extends NumberRule | CodeRule>(
  { free }: RulesHere<R>,
  context: Context,
  { onlyValues }: Reading,
): boolean {
  return free.length === 0 && context.near.length === 0 && onlyValues !== true;
}

/** Adds the value for each rule that its words and the rule's check allow. */
export function tryRules<R extends NumberRule | CodeRule>(
  rules: RulesHere<R>,
  trial: Trial<R>,
  context: Context,
  reading: Reading,
  found: Candidate[],
): void {
  if (reading.onlyValues === true) {
    for (const rule of rules.all) tryRule(rule, trial, context, reading, found);
    return;
  }
  for (const rule of rules.free) tryRule(rule, trial, context, reading, found);
  if (context.near.length === 0 || rules.needing.size === 0) return;
  for (const ofType of announcedRules(rules, context))
    for (const rule of ofType.rules) tryRule(rule, trial, context, reading, found);
}

/** The few that the words near announce, in the order of the registry. */
function announcedRules<R extends NumberRule | CodeRule>(
  here: RulesHere<R>,
  { words, near }: Context,
): readonly RulesOfType<R>[] {
  let all: readonly RulesOfType<R>[] = [];
  for (const index of near) {
    const word = words.wordOf(index);
    const more = word === undefined ? [] : announcedByWord(here, word);
    if (more.length === 0 || more === all) continue;
    all = all.length === 0 ? more : [...new Set([...all, ...more])].toSorted((a, b) => a.rank - b.rank);
  }
  return all;
}

function announcedByWord<R extends NumberRule | CodeRule>(
  { needing, announcedBy }: RulesHere<R>,
  word: Word,
): readonly RulesOfType<R>[] {
  const known = announcedBy.get(word);
  if (known !== undefined) return known;
  const rules = [...word.announces].flatMap((type) => needing.get(type) ?? []);
  const inOrder = rules.toSorted((a, b) => a.rank - b.rank);
  announcedBy.set(word, inOrder);
  return inOrder;
}

/** Most values fail the check of most rules, so that it comes first. */
function tryRule<R extends NumberRule | CodeRule>(
  rule: R,
  trial: Trial<R>,
  context: Context,
  reading: Reading,
  found: Candidate[],
): void {
  if (!trial.fits(rule)) return;
  const passes = trial.passes(rule);
  if (!passes && rule.keepUnverified !== true) return;
  if (!reading.wanted.has(rule.type)) return;
  const hit = announcing(context, rule.type);
  const standsAlone = reading.onlyValues === true && rule.standsAlone === true;
  const needsWord = rule.context === 'required' && !standsAlone;
  if (hit === undefined && (needsWord || isRuledOut(context, rule.type) || !trial.isAlone())) return;
  // A word after an identifier announces no part of it: HT48933925, 联系人.
  if (hit !== undefined && hit.start >= trial.end && followsLetter(reading.text, trial.start)) return;
  if (passes) {
    found.push(toCandidate(rule, trial, hit));
    return;
  }
  // A labelled number with a typo is still somebody's.
  const label = labelling(context, rule.type, reading.text, trial.start);
  if (label !== undefined && trial.isAlone())
    found.push({ ...toCandidate(rule, trial, label), score: 0.5, unverified: true });
}

function followsLetter(text: string, at: number): boolean {
  return /[A-Za-z]/.test(text.charAt(at - 1));
}

/** A word that announces a value makes it more certain, and a longer one more than a short one: a British passport is a passport, too. */
export function toCandidate(rule: Rule, { start, end }: Span, announcedBy: WordHit | undefined): Candidate {
  const { type, id, score: alone } = rule;
  if (announcedBy === undefined) return { type, rule: id, start, end, score: alone };
  const { start: from, end: to, word } = announcedBy;
  const score = Math.min(1, alone + 0.05 + Math.min(word.width, 10) / 100);
  return { type, rule: id, start, end, score, announcedBy: { start: from, end: to } };
}
