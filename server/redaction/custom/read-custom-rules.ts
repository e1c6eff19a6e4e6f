import { readYaml, type YamlProblem } from '../../util/read-yaml.ts';
import { createEntityCatalog, type EntityCatalog } from '../entity-catalog.ts';
import { createCustomFamily } from './custom-family.ts';
import { type CustomRuleFile, customRuleFile } from './custom-rule.ts';
import type { RuleTestResult } from './run-rule-tests.ts';

/** A file of rules that can be used, whatever their tests say. */
export interface CustomRuleSource {
  /** Its name. */
  readonly file: string;
  readonly content: CustomRuleFile;
  /** The line of the value at a path, from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

export type CustomRuleReading =
  | { readonly ok: true; readonly source: CustomRuleSource }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/**
 * Reads a file of rules, and looks beyond its schema at ids that are taken and at patterns. Runs no test.
 * @param catalog the types and rules that it is added to
 */
export function readCustomRules(text: string, file: string, catalog: EntityCatalog): CustomRuleReading {
  const reading = readYaml(text, checkedFile(catalog));
  if (!reading.ok) return reading;
  return { ok: true, source: { file, content: reading.data, lineOf: reading.lineOf } };
}

/** The catalog with the types and rules of one more file. */
export function withSource(
  catalog: EntityCatalog,
  { file, content }: CustomRuleSource,
  now: () => number,
): EntityCatalog {
  return createEntityCatalog([...catalog.families, createCustomFamily(file, content, now)]);
}

/** Where a test stands in its file. */
export function placeOfTest({ at, kind, index }: RuleTestResult): readonly PropertyKey[] {
  return ['rules', at, 'tests', kind, index];
}

/** What is wrong with the tests. No text is quoted: it may hold real names. */
export function problemsOfTests(
  { content, lineOf }: CustomRuleSource,
  results: readonly RuleTestResult[],
): readonly YamlProblem[] {
  const unrun = results.find(({ outcome }) => outcome === 'not-run');
  const told = results.filter(
    (result) => result === unrun || (result.outcome !== 'passed' && result.outcome !== 'not-run'),
  );
  return told.map((result) => {
    const path = placeOfTest(result);
    const id = content.rules[result.at]?.id ?? '';
    return { message: `${path.map(String).join('.')}: ${complaint(result, id)}`, line: lineOf(path) };
  });
}

function complaint({ kind, outcome }: RuleTestResult, id: string): string {
  switch (outcome) {
    case 'passed':
      return `the rule ${id} passes`;
    case 'failed':
      return kind === 'found'
        ? `the rule ${id} does not find the marked value`
        : `the rule ${id} finds a value here`;
    case 'too-slow':
      return `the patterns take too long for this text`;
    case 'not-run':
      return 'the tests take too long together: they were not run from here on';
    default:
      return outcome satisfies never;
  }
}

type Report = (path: readonly PropertyKey[], message: string) => void;

function checkedFile(catalog: EntityCatalog) {
  return customRuleFile.superRefine((content, context) => {
    const report: Report = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
    checkIds(content, catalog, report);
  });
}

function checkIds({ types, rules }: CustomRuleFile, catalog: EntityCatalog, report: Report): void {
  const typeIds = new Set<string>();
  for (const [at, { id }] of types.entries()) {
    if (catalog.has(id) || typeIds.has(id)) report(['types', at, 'id'], `the type ${id} is there already`);
    typeIds.add(id);
  }
  const ruleIds = new Set(catalog.rules.map(({ id }) => id));
  for (const [at, { id, type }] of rules.entries()) {
    if (ruleIds.has(id)) report(['rules', at, 'id'], `the rule ${id} is there already`);
    ruleIds.add(id);
    if (!catalog.has(type) && !typeIds.has(type)) {
      report(
        ['rules', at, 'type'],
        `unknown entity type ${type} (see redact --list, or declare it under types)`,
      );
    }
  }
}
