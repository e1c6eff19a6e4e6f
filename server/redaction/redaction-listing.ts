import { groupBy } from '../util/group-by.ts';
import type { EntityCatalog } from './entity-catalog.ts';
import type { Tier } from './entity-type.ts';
import type { Rule } from './rule.ts';

/** Words that announce a value, lower case, by script. */
export interface ContextWords {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

export interface ListedType {
  readonly id: string;
  readonly label: string;
  readonly locale: string;
  readonly tier: Tier;
  readonly context: readonly string[];
  /** Ids of its rules. */
  readonly rules: readonly string[];
}

export interface ListedRule {
  readonly id: string;
  readonly type: string;
  /** Country or state, vendor, or `*`. */
  readonly locale: string;
  readonly tier: Tier;
  /** How it detects: by number, code, literal, list, pattern, label, evidence or model. */
  readonly kind: Rule['kind'];
  readonly validator: string;
  readonly score: number;
  /** `built-in`, or the file of the operator who wrote it. */
  readonly source: string;
  /** Whether a context word must stand near. */
  readonly needsContext: boolean;
  readonly context: ContextWords;
  /** Groupings and lengths, literals, or the pattern. */
  readonly forms: readonly string[];
  /** The value stands between ⟦ and ⟧. */
  readonly positives: readonly string[];
  readonly negatives: readonly string[];
}

/** What `redact --list` prints. */
export interface RedactionListing {
  readonly types: readonly ListedType[];
  readonly rules: readonly ListedRule[];
  readonly totals: {
    readonly types: number;
    readonly rules: number;
    readonly positives: number;
    readonly negatives: number;
  };
}

export function listRedaction(catalog: EntityCatalog): RedactionListing {
  const rulesByType = groupBy(catalog.rules, (rule) => rule.type);
  const types = catalog.types.map(({ id, label, locale, tier, context }) => ({
    id,
    label,
    locale,
    tier,
    context,
    rules: (rulesByType.get(id) ?? []).map((rule) => rule.id),
  }));
  const rules = catalog.rules.map((rule) => listRule(rule, catalog));
  const count = (texts: (rule: ListedRule) => readonly string[]): number =>
    rules.reduce((sum, rule) => sum + texts(rule).length, 0);
  return {
    types,
    rules,
    totals: {
      types: types.length,
      rules: rules.length,
      positives: count((rule) => rule.positives),
      negatives: count((rule) => rule.negatives),
    },
  };
}

function listRule(rule: Rule, catalog: EntityCatalog): ListedRule {
  const { id, type: typeId, kind, validator, score } = rule;
  const type = catalog.type(typeId);
  return {
    id,
    type: typeId,
    locale: rule.locale ?? type.locale,
    tier: type.tier,
    kind,
    validator,
    score,
    source: rule.source ?? 'built-in',
    needsContext: kind === 'label' || ('context' in rule && rule.context === 'required'),
    context: byScript(type.context),
    forms: formsOf(rule),
    positives: rule.tests.found,
    negatives: rule.tests.ignored,
  };
}

/** Parts words with a Hanzi from all others. */
export function byScript(words: readonly string[]): ContextWords {
  return { en: words.filter((word) => !isChinese(word)), zh: words.filter(isChinese) };
}

function formsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'number':
    case 'code':
      return [...rule.lengths.map(String), ...rule.groupings];
    case 'literal':
      return rule.literals.map((literal) => `${literal}…`);
    case 'pattern':
      return [rule.pattern.source];
    case 'label':
      return [rule.value.source];
    case 'list':
      return [`${rule.words.length} words`];
    case 'evidence':
      return rule.forms ?? [];
    case 'model':
      return [];
    default:
      return rule satisfies never;
  }
}

function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
