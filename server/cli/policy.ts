import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toAppError } from '../errors.ts';
import type { DecisionRequest } from '../policy/decision.ts';
import { parseDecisionRequest } from '../policy/parse-decision-request.ts';
import { loadPolicies } from '../policy/policies.ts';
import { runPolicyTests } from '../policy/run-policy-tests.ts';
import type { CommandRun } from './command.ts';
import { configOf } from './config-of.ts';
import { parseOptions, required } from './parse-options.ts';

export const policyTest: CommandRun = async (_args, terminal) => {
  const { policiesDir } = configOf(terminal);
  const report = await runPolicyTests(await loadPolicies(policiesDir), join(policiesDir, 'tests'));
  for (const { file, name, expected, actual } of report.failures) {
    terminal.err.write(`${file}: ${name}: expected ${expected}, got ${actual}\n`);
  }
  const failed = report.failures.length;
  terminal.out.write(`${report.total - failed} passed, ${failed} failed\n`);
  return report.failures.length === 0 ? 0 : 1;
};

export const policyDecide: CommandRun = async (args, terminal) => {
  const request = await readRequest(required(parseOptions(args, {}).positionals[0], 'FILE'));
  const policies = await loadPolicies(configOf(terminal).policiesDir);
  terminal.out.write(`${JSON.stringify(policies.decide(request))}\n`);
  return 0;
};

async function readRequest(file: string): Promise<DecisionRequest> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw wrongFile('FILE cannot be read.', cause);
  });
  const value = parseJson(text);
  try {
    return parseDecisionRequest(value);
  } catch (error) {
    throw wrongFile(toAppError(error).message, error);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrongFile('FILE is not JSON.', error);
  }
}

function wrongFile(message: string, cause: unknown): AppError {
  return new AppError('ERR_USAGE', message, { status: 400, cause });
}
