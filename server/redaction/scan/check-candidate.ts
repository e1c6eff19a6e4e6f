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

/** Adds the value when its words and the rule's check allow it. */
export function checkCandidate(trial: Trial, { text }: Reading, found: Candidate[]): void {
  const { rule, span, context, alone, passes } = trial;
  const hit = announcing(context, rule.type);
  if (hit === undefined && (rule.context === 'required' || !alone || isRuledOut(context, rule.type))) return;
  if (passes()) {
    found.push(toCandidate(rule, span, hit));
    return;
  }
  // A labelled number with a typo is still somebody's.
  if (rule.keepUnverified !== true || !alone) return;
  const label = labelling(context, rule.type, text, span.start);
  if (label !== undefined) found.push({ ...toCandidate(rule, span, label), score: 0.5, unverified: true });
}

/** A word that announces a value makes it a tenth more certain. */
export function toCandidate(rule: Rule, { start, end }: Span, announcedBy: WordHit | undefined): Candidate {
  const found = { type: rule.type, rule: rule.id, start, end };
  if (announcedBy === undefined) return { ...found, score: rule.score };
  const { start: from, end: to } = announcedBy;
  return { ...found, score: Math.min(1, rule.score + 0.1), announcedBy: { start: from, end: to } };
}
