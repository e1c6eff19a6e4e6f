import type { EntityCatalog } from '../entity-catalog.ts';
import type { Tier } from '../entity-type.ts';
import { type MaskProfile, maskedTypes } from '../mask-profile.ts';
import type { CustomRule } from './custom-rule.ts';
import { type CustomRuleSource, placeOfTest } from './read-custom-rules.ts';
import type { RuleTestResult } from './run-rule-tests.ts';

/** A rule of an operator with where it stands, where it counts, and what its tests say. */
export interface TestedRule {
  readonly rule: CustomRule;
  readonly tier: Tier;
  readonly file: string;
  readonly line: number | undefined;
  /** Names of the profiles that look for its values. */
  readonly profiles: readonly string[];
  readonly tests: readonly (Pick<RuleTestResult, 'kind' | 'text' | 'outcome'> & {
    readonly line: number | undefined;
  })[];
}

/** The rules of the file that the results are of. */
export function testedRules(
  { file, content, lineOf }: CustomRuleSource,
  results: readonly RuleTestResult[],
  profiles: readonly MaskProfile[],
  catalog: EntityCatalog,
): readonly TestedRule[] {
  return [...new Set(results.map(({ at }) => at))].flatMap((at) => {
    const rule = content.rules[at];
    if (rule === undefined) return [];
    return {
      rule,
      tier: catalog.type(rule.type).tier,
      file,
      line: lineOf(['rules', at]),
      profiles: profilesWith(rule, profiles, catalog),
      tests: results
        .filter((result) => result.at === at)
        .map((result) => ({
          kind: result.kind,
          text: result.text,
          outcome: result.outcome,
          line: lineOf(placeOfTest(result)),
        })),
    };
  });
}

function profilesWith(
  { id, type }: CustomRule,
  profiles: readonly MaskProfile[],
  catalog: EntityCatalog,
): readonly string[] {
  return profiles
    .filter((profile) => maskedTypes(profile, catalog).has(type) && !profile.disabledRules.includes(id))
    .map(({ name }) => name);
}
