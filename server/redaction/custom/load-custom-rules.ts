import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { readYaml } from '../../util/read-yaml.ts';
import { createEntityCatalog, type EntityCatalog } from '../entity-catalog.ts';
import type { EntityFamily } from '../rule.ts';
import { createCustomFamily } from './custom-family.ts';
import { type CustomRule, type CustomRuleFile, customRuleFile } from './custom-rule.ts';
import { failedTests } from './failed-tests.ts';

/**
 * Joins the catalog with every `*.yaml` of the folder, in the order of their names. A folder that is not there holds
 * no rules.
 * @param now milliseconds of a clock that never goes back
 * @throws AppError ERR_POLICY_INVALID naming the file, the line and the problem: a rule whose tests fail is not loaded
 */
export function withCustomRules(catalog: EntityCatalog, dir: string, now: () => number): EntityCatalog {
  if (!existsSync(dir)) return catalog;
  const files = readdirSync(dir)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();
  return files.reduce((known, file) => {
    const family = parseCustomRules(readFileSync(join(dir, file), 'utf8'), file, known, now);
    return createEntityCatalog([...known.families, family]);
  }, catalog);
}

/** @throws AppError ERR_POLICY_INVALID naming every problem with its line */
export function parseCustomRules(
  text: string,
  file: string,
  catalog: EntityCatalog,
  now: () => number,
): EntityFamily {
  const reading = readYaml(text, checkedFile(catalog, now));
  if (reading.ok) return createCustomFamily(file, reading.data, now);
  throw new AppError('ERR_POLICY_INVALID', `Custom rules ${file}: ${reading.problems.join('; ')}.`);
}

type Report = (path: readonly PropertyKey[], message: string) => void;

/** The schema of a file, with the checks that look beyond it: ids that are taken, patterns, tests. */
function checkedFile(catalog: EntityCatalog, now: () => number) {
  return customRuleFile.superRefine((content, context) => {
    let sound = true;
    const report: Report = (path, message) => {
      sound = false;
      context.addIssue({ code: 'custom', path: [...path], message });
    };
    checkIds(content, catalog, report);
    for (const [at, rule] of content.rules.entries()) checkPattern(rule, at, now, report);
    if (sound) for (const { path, message } of failedTests(content, now)) report(path, message);
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

function checkPattern(rule: CustomRule, at: number, now: () => number, report: Report): void {
  if (rule.pattern === undefined) return;
  try {
    createCustomFamily('', { types: [], rules: [rule] }, now);
  } catch (error) {
    report(
      ['rules', at, 'pattern'],
      `the pattern is not RE2: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
}
