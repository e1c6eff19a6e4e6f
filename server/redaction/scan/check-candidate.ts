import { groupBy } from '../../util/group-by.ts';
import type { Candidate } from '../detector.ts';
import type { CodeRule, NumberRule, Rule, Span } from '../rule.ts';
import { announcing, type Context, isRuledOut, labelling } from './context.ts';
import type { WordHit, WordHits } from './word-index.ts';

/** A text with its words, and what is looked for in it. */
export interface Reading {
  readonly text: string;
  readonly words: WordHits;
  /** Ids of the wanted entity types. */
  readonly wanted: ReadonlySet<string>;
  /** Whether the text is values and nothing else. */
  readonly onlyValues?: boolean;
}

/** A written value that a rule may stand for. */
export interface Trial {
  readonly rule: NumberRule | CodeRule;
  readonly span: Span;
  readonly context: Context;
  /** Whether the writing alone lets it be a value of its own, with no word that announces it. */
  readonly alone: boolean;
  /** The rule's own check. */
  readonly passes: () => boolean;
}

/** Rules that can fit at a place: those that take no word, and those that need one by the type that it announces. */
export interface RulesHere<R extends NumberRule | CodeRule> {
  readonly all: readonly R[];
  readonly free: readonly R[];
  readonly needing: readonly (readonly [type: string, rules: readonly R[]])[];
}

/** Sorts the rules out once, so that a place costs only the few that take no word, and those whose words stand there. */
export function sortRules<R extends NumberRule | CodeRule>(
  byWriting: ReadonlyMap<string, readonly R[]>,
): ReadonlyMap<string, RulesHere<R>> {
  return new Map(
    [...byWriting].map(([writing, all]) => [
      writing,
      {
        all,
        free: all.filter(({ context }) => context === 'free'),
        needing: [
          ...groupBy(
            all.filter(({ context }) => context === 'required'),
            ({ type }) => type,
          ),
        ],
      },
    ]),
  );
}

/** The rules worth trying. */
export function rulesWorthTrying<R extends NumberRule | CodeRule>(
  { all, free, needing }: RulesHere<R>,
  context: Context,
  { onlyValues }: Reading,
): readonly R[] {
  if (onlyValues === true) return all;
  if (context.near.length === 0 || needing.length === 0) return free;
  let worth: R[] | undefined;
  for (const [type, rules] of needing) {
    if (announcing(context, type) === undefined) continue;
    worth ??= [...free];
    for (const rule of rules) worth.push(rule);
  }
  return worth ?? free;
}

/** Adds the value when its words and the rule's check allow it. */
export function checkCandidate(trial: Trial, reading: Reading, found: Candidate[]): void {
  const { rule, span, context, alone, passes } = trial;
  const { text } = reading;
  const hit = announcing(context, rule.type);
  const standsAlone = reading.onlyValues === true && rule.standsAlone === true;
  const needsWord = rule.context === 'required' && !standsAlone;
  if (hit === undefined && (needsWord || !alone || isRuledOut(context, rule.type))) return;
  if (passes()) {
    found.push(toCandidate(rule, span, hit));
    return;
  }
  // A labelled number with a typo is still somebody's.
  if (rule.keepUnverified !== true || !alone) return;
  const label = labelling(context, rule.type, text, span.start);
  if (label !== undefined) found.push({ ...toCandidate(rule, span, label), score: 0.5, unverified: true });
}

/** A word that announces a value makes it more certain, and a longer one more than a short one: a British passport is a passport, too. */
export function toCandidate(rule: Rule, { start, end }: Span, announcedBy: WordHit | undefined): Candidate {
  const { type, id, score: alone } = rule;
  if (announcedBy === undefined) return { type, rule: id, start, end, score: alone };
  const { start: from, end: to, word } = announcedBy;
  const score = Math.min(1, alone + 0.05 + Math.min(word.width, 10) / 100);
  return { type, rule: id, start, end, score, announcedBy: { start: from, end: to } };
}
