import type { NumberCandidate } from './number-candidates.ts';
import type { EntityType } from './entity-type.ts';

/** A half-open range of the view. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface RuleBase {
  /** Stable id in kebab-case, for example `cn-resident-id-18`. */
  readonly id: string;
  /** Id of the entity type it finds. */
  readonly type: string;
  /** What decides, for people: `ISO 7064 MOD 11-2`, `Luhn`, `format`. */
  readonly validator: string;
  /** Confidence between 0 and 1. */
  readonly score: number;
}

/** `required`: only with a context word of the type close by. `free`: on its own. */
export type ContextNeed = 'required' | 'free';

/** Finds numbers among the digit runs of the text, whatever separators group them. */
export interface NumberRule extends RuleBase {
  readonly kind: 'number';
  readonly context: ContextNeed;
  /** Numbers of digits, check letter included. */
  readonly lengths: readonly number[];
  /** Group lengths that are written, for example `6-8-4`. A number in one piece, or digit by digit, is always allowed. */
  readonly groupings: readonly string[];
  /** Whether a final check letter X counts as a digit. */
  readonly checkLetter?: boolean;
  /** Whether the number may be broken over two lines; only for rules with a checksum. */
  readonly wraps?: boolean;
  accept(digits: string, candidate: NumberCandidate): boolean;
}

/** Finds values by their shape. */
export interface PatternRule extends RuleBase {
  readonly kind: 'pattern';
  readonly context: ContextNeed;
  /** A character that every match holds: the pattern is skipped when the text has none. */
  readonly needs?: string;
  /** Global; bounded quantifiers only, no lookaround and no backreference, so that time stays linear. */
  readonly pattern: RegExp;
  /** Narrows the match to the value, or refuses it. */
  accept(match: RegExpExecArray, text: string): Span | undefined;
}

/** Finds values of any shape right after a context word of the type. */
export interface LabelRule extends RuleBase {
  readonly kind: 'label';
  /** Sticky; tried right after the word and its connector. */
  readonly value: RegExp;
  accept(match: RegExpExecArray, text: string): Span | undefined;
}

export type Rule = NumberRule | PatternRule | LabelRule;

/** The types and rules of one kind of entity, in one file. */
export interface EntityFamily {
  readonly types: readonly EntityType[];
  readonly rules: readonly Rule[];
}

/** The whole match. */
export function wholeMatch(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
