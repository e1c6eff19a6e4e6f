import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { sayProblem } from '../../util/read-yaml.ts';
import type { EntityCatalog } from '../entity-catalog.ts';
import { type CustomRuleSource, problemsOfTests, readCustomRules, withSource } from './read-custom-rules.ts';
import { runRuleTests } from './run-rule-tests.ts';

/** A catalog with the rules of an operator, and the files that they came from. */
export interface LoadedRules {
  readonly catalog: EntityCatalog;
  readonly files: readonly CustomRuleSource[];
}

/**
 * Joins the catalog with every `*.yaml` of the folder, in the order of their names.
 * @param now milliseconds of a clock that never goes back
 * @throws AppError ERR_POLICY_INVALID naming the file, the line and the problem: a rule whose tests fail is not loaded
 */
export function loadCustomRules(builtIn: EntityCatalog, dir: string, now: () => number): LoadedRules {
  return readRuleFiles(dir).reduce<LoadedRules>(
    ({ catalog, files }, { file, text }) => {
      const source = parseCustomRules(text, file, catalog, now);
      return { catalog: withSource(catalog, source, now), files: [...files, source] };
    },
    { catalog: builtIn, files: [] },
  );
}

/** The `*.yaml` of the folder in the order of their names; none when it is not there. */
export function readRuleFiles(dir: string): readonly { readonly file: string; readonly text: string }[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(dir, file), 'utf8') }));
}

/** @throws AppError ERR_POLICY_INVALID naming every problem with its line */
export function parseCustomRules(
  text: string,
  file: string,
  catalog: EntityCatalog,
  now: () => number,
): CustomRuleSource {
  const reading = readCustomRules(text, file, catalog);
  const problems = reading.ok
    ? problemsOfTests(reading.source, runRuleTests(reading.source.content, { now }))
    : reading.problems;
  if (reading.ok && problems.length === 0) return reading.source;
  throw new AppError('ERR_POLICY_INVALID', `Custom rules ${file}: ${problems.map(sayProblem).join('; ')}.`);
}
