import type { EntityType, Tier } from './entity-type.ts';
import type { CodeRule, NumberRule, RuleTests } from './rule.ts';

/** A type whose values are the same with other separators or in another letter case. */
export function entityType(
  id: string,
  {
    label,
    tier = 'critical',
    locale,
  }: { readonly label: string; readonly tier?: Tier; readonly locale: string },
  context: readonly string[],
): EntityType {
  return { id, label, tier, locale, canonical: 'compact', context };
}

type Optional = 'context' | 'groupings' | 'score';
type Given<R extends NumberRule | CodeRule> = Omit<R, 'kind' | 'id' | 'type' | 'tests' | Optional> &
  Partial<Pick<R, Optional>> &
  RuleTests;

/** A number of a register; it takes a context word unless said otherwise. */
export function numberRule(
  id: string,
  type: string,
  { found, ignored, ...given }: Given<NumberRule>,
): NumberRule {
  const tests = { found, ignored };
  return { id, type, kind: 'number', context: 'required', groupings: [], score: 0.8, ...given, tests };
}

/** A code of a register; it takes a context word unless said otherwise. */
export function codeRule(id: string, type: string, { found, ignored, ...given }: Given<CodeRule>): CodeRule {
  const tests = { found, ignored };
  return { id, type, kind: 'code', context: 'required', groupings: [], score: 0.8, ...given, tests };
}

/** A number that fails its check, for the tests of a rule. */
export function withOtherCheckDigit(digits: string): string {
  return digits.slice(0, -1) + String((Number(digits.slice(-1)) + 1) % 10);
}
