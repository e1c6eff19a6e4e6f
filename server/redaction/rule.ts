import type { Candidate } from './detector.ts';
import type { EntityType } from './entity-type.ts';
import type { CodeCandidate } from './scan/code-candidates.ts';
import type { NumberCandidate } from './scan/number-candidates.ts';
import type { WordHits } from './scan/word-hits.ts';

/** A half-open range of the view. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a value stands, and whether its own check failed. */
export interface MarkedSpan extends Span {
  readonly unverified?: true;
}

/** Texts that show what a rule does; `tests/unit/redaction/rules.test.ts` runs them. A rule without them does not compile. */
export interface RuleTests {
  /** The value that the rule must find stands between ⟦ and ⟧. */
  readonly found: readonly [string, ...string[]];
  /** The rule finds nothing here. */
  readonly ignored: readonly [string, ...string[]];
}

interface RuleBase {
  /** Stable id in kebab-case, for example `cn-resident-id-18`. */
  readonly id: string;
  /** Id of the entity type it finds. */
  readonly type: string;
  /** Whose format it is, where the type has several: a country or state (`US-CA`) or a vendor (`github`). */
  readonly locale?: string;
  /** What decides, for people: `ISO 7064 MOD 11-2`, `Luhn`, `format`. */
  readonly validator: string;
  /** Confidence between 0 and 1. */
  readonly score: number;
  /** File of the operator who wrote it; absent for rules that the product ships with. */
  readonly source?: string;
  readonly tests: RuleTests;
}

/** `required`: only with a context word of the type close by. `free`: on its own. */
export type ContextNeed = 'required' | 'free';

interface CheckedRule extends RuleBase {
  readonly context: ContextNeed;
  /** Group lengths that are written, for example `6-8-4`. A value in one piece, or digit by digit, is always allowed. */
  readonly groupings: readonly string[];
  /** Whether a value that fails `accept` is found, marked as unverified, right after a context word of the type. */
  readonly keepUnverified?: boolean;
  /**
   * Whether a text that holds nothing else, such as a cell of a table or the answer to a question, is one where no other
   * rule found anything in it. For formats with a check, or a shape of their own.
   */
  readonly standsAlone?: boolean;
}

/** Finds numbers among the digit runs of the text, whatever separators group them. */
export interface NumberRule extends CheckedRule {
  readonly kind: 'number';
  /** Numbers of digits, check letter included. */
  readonly lengths: readonly number[];
  /** Whether a final check letter X counts as a digit. */
  readonly checkLetter?: boolean;
  /** Whether the number may be broken over two lines; only for rules with a checksum. */
  readonly wraps?: boolean;
  accept(digits: string, candidate: NumberCandidate): boolean;
}

/** Finds codes of ASCII letters and digits, at least one of each, whatever separators group them. */
export interface CodeRule extends CheckedRule {
  readonly kind: 'code';
  /** Letters and digits without the separators. */
  readonly lengths: readonly number[];
  /** Anchored; over letters and digits alone, in upper case. */
  readonly shape: RegExp;
  /** `shape` and `accept` read the letters as they are written. */
  readonly caseSensitive?: boolean;
  readonly accept?: (compact: string, candidate: CodeCandidate) => boolean;
}

/** Finds values by a string that each of them begins with. */
export interface LiteralRule extends RuleBase {
  readonly kind: 'literal';
  /** As written, letter case included. One character alone is tried everywhere it stands. */
  readonly literals: readonly string[];
  /** Sticky; tried where a literal begins. Bounded quantifiers only. */
  readonly pattern: RegExp;
  /** Narrows the match to the value, or refuses it. When absent, no letter or digit may touch the match. */
  readonly accept?: (match: RegExpExecArray, text: string) => MarkedSpan | undefined;
}

/** Finds words of a list. */
export interface ListRule extends RuleBase {
  readonly kind: 'list';
  readonly context: ContextNeed;
  /** Lower case. ASCII words match as whole words. */
  readonly words: readonly string[];
  /** Narrows or widens the word to the value, or refuses it. */
  readonly accept?: (span: Span, text: string) => Span | undefined;
}

/** Finds values by their shape. */
export interface PatternRule extends RuleBase {
  readonly kind: 'pattern';
  readonly context: ContextNeed;
  /** A string, or one character of a class, that every match holds: the pattern is skipped when the text has none. */
  readonly needs?: string | RegExp;
  /** `word`: `accept` refuses every match right after a letter, digit or underscore, and none is tried there. */
  readonly begins?: 'word';
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

/** Describes what the family's own detector finds by weighing evidence. */
export interface EvidenceRule extends RuleBase {
  readonly kind: 'evidence';
  /** What it looks for, where a few words can say it. */
  readonly forms?: readonly string[];
}

/** Stands for what a model finds of one type: weights decide, so that no text is certain to be found. */
export interface ModelRule extends Omit<RuleBase, 'tests'> {
  readonly kind: 'model';
  readonly tests: { readonly found: readonly []; readonly ignored: readonly [] };
}

export type Rule =
  | NumberRule
  | CodeRule
  | LiteralRule
  | ListRule
  | PatternRule
  | LabelRule
  | EvidenceRule
  | ModelRule;

export const ruleKinds = [
  'number',
  'code',
  'literal',
  'list',
  'pattern',
  'label',
  'evidence',
  'model',
] as const satisfies readonly Rule['kind'][];

/** One reading of a text, shared by every rule. */
export interface Scan {
  /** Folded. */
  readonly text: string;
  readonly words: WordHits;
  /** What the rules have found so far, in no order. */
  readonly found: readonly Candidate[];
}

/** Finds what takes more than one rule to tell: names, addresses, places. Time linear in the text. */
export type EvidenceDetector = (scan: Scan, wanted: ReadonlySet<string>) => readonly Candidate[];

/** The types and rules of one kind of entity, in one file. */
export interface EntityFamily {
  readonly types: readonly EntityType[];
  readonly rules: readonly Rule[];
  /** Finds the values of the family's `evidence` rules. */
  readonly detect?: EvidenceDetector;
}

/** The whole match. */
export function wholeMatch(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
