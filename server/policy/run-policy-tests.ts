import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { PolicyDecision } from './decision.ts';
import { parsePolicyTests, type PolicyCase } from './parse-policy-tests.ts';
import type { Policies } from './policies.ts';

/** An expectation that the policies do not meet. */
export interface PolicyTestFailure {
  readonly file: string;
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
}

/** One expectation and what the policies say of it. */
export interface PolicyTestResult extends PolicyTestFailure {
  readonly passed: boolean;
}

export interface PolicyTestReport {
  readonly total: number;
  /** Of every case, in the order of the files. */
  readonly results: readonly PolicyTestResult[];
  readonly failures: readonly PolicyTestFailure[];
}

/**
 * Holds the policies against every `*.yaml` of a folder.
 * @throws AppError ERR_POLICY_INVALID when a file cannot be read or is not a test file, or when there is no test
 */
export async function runPolicyTests(
  policies: Pick<Policies, 'decide'>,
  testsDir: string,
): Promise<PolicyTestReport> {
  const tests = await loadPolicyTests(testsDir);
  const results = tests.map(({ file, test }) => ({
    file,
    name: test.name,
    ...checkCase(test, policies.decide(test.request)),
  }));
  const failures = results
    .filter(({ passed }) => !passed)
    .map(({ file, name, expected, actual }) => ({ file, name, expected, actual }));
  return { total: tests.length, results, failures };
}

interface LoadedCase {
  readonly file: string;
  readonly test: PolicyCase;
}

async function loadPolicyTests(dir: string): Promise<readonly LoadedCase[]> {
  const files = (await readFolder(dir)).filter((name) => name.endsWith('.yaml')).toSorted();
  const loaded = await Promise.all(files.map((file) => loadFile(dir, file)));
  if (loaded.flat().length > 0) return loaded.flat();
  throw new AppError('ERR_POLICY_INVALID', `There is no policy test in ${dir}.`, { status: 409 });
}

async function readFolder(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    throw new AppError('ERR_POLICY_INVALID', `The folder ${dir} cannot be read.`, {
      status: 409,
      cause: error,
    });
  }
}

async function loadFile(dir: string, file: string): Promise<readonly LoadedCase[]> {
  const text = await readFile(join(dir, file), 'utf8');
  try {
    return parsePolicyTests(text).map((test) => ({ file, test }));
  } catch (error) {
    const message = error instanceof Error ? error.message : 'is not a test file';
    throw new AppError('ERR_POLICY_INVALID', `tests/${file}: ${message}`, { status: 409, cause: error });
  }
}

/** A request that cannot be evaluated is denied, but it never meets an expectation: the test itself is wrong. */
function checkCase(
  { expect, because }: PolicyCase,
  decision: PolicyDecision,
): Pick<PolicyTestResult, 'expected' | 'actual' | 'passed'> {
  const outcome = decision.allowed ? 'allow' : 'deny';
  const reasons = (because ?? decision.reasons).toSorted();
  const expected = describe(expect, reasons, []);
  const actual = describe(outcome, decision.reasons, decision.errors);
  return { expected, actual, passed: expected === actual };
}

function describe(outcome: string, reasons: readonly string[], errors: readonly string[]): string {
  const because = reasons.length === 0 ? 'no policy' : reasons.join(', ');
  return [`${outcome} by ${because}`, ...errors].join('; ');
}
