import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { builtInCatalog } from '../redaction/built-in-catalog.ts';
import { loadCustomRules } from '../redaction/custom/load-custom-rules.ts';
import type { Redactor } from '../redaction/redactor.ts';
import type { ReportedFinding } from '../redaction/vault.ts';
import type { CommandRun, Terminal } from './command.ts';
import { openCommandRedactor } from './command-redactor.ts';
import { parseOptions } from './parse-options.ts';

/** Texts on the command line are searched for everything that leads to a person or a firm. */
const WIDEST_PROFILE = 'strict';

const inputLine = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });

export const redact: CommandRun = async (args, terminal) => {
  const { values } = parseOptions(args, {
    profile: { type: 'string' },
    locale: { type: 'string' },
    list: { type: 'boolean' },
    check: { type: 'string' },
  });
  assertLocale(values.locale);
  if (values.check !== undefined) {
    terminal.out.write(`${checkCustomRules(values.check)}\n`);
    return 0;
  }
  await using opened = openCommandRedactor(terminal);
  const { redactor } = opened;
  if (values.list === true) {
    terminal.out.write(`${JSON.stringify(redactor.list(), undefined, 2)}\n`);
    return 0;
  }
  await maskLines(redactor, values.profile ?? WIDEST_PROFILE, terminal);
  return 0;
};

/** @throws AppError ERR_POLICY_INVALID naming the file, the line and the problem of the first file that is wrong */
function checkCustomRules(dir: string): string {
  if (!existsSync(dir)) throw new AppError('ERR_USAGE', `There is no folder ${dir}.`, { status: 400 });
  const { rules } = loadCustomRules(builtInCatalog(), dir, () => performance.now()).catalog;
  const own = rules.filter(({ source }) => source !== undefined);
  const tests = own.reduce((sum, rule) => sum + rule.tests.found.length + rule.tests.ignored.length, 0);
  return `${own.length} rules, ${tests} tests passed`;
}

/**
 * A value is masked in whatever language stands around it, so a locale never narrows the rules; it is held to its
 * form (BCP 47) so that a mistyped one is noticed.
 */
function assertLocale(locale: string | undefined): void {
  if (locale === undefined) return;
  try {
    Intl.getCanonicalLocales(locale);
  } catch (error) {
    throw new AppError('ERR_USAGE', '--locale must be a BCP 47 language tag, for example en-GB or zh-Hans.', {
      status: 400,
      cause: error,
    });
  }
}

async function maskLines(redactor: Redactor, profile: string, { input, out }: Terminal): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text } = parseLine(line, number);
    const { masked, findings } = await redactor.preview(text, profile);
    out.write(`${JSON.stringify({ id, masked, findings: findings.map(presentFinding) })}\n`);
  }
}

/** The agreed fields only. */
function presentFinding({ type, start, end, score, rule, operator }: ReportedFinding): ReportedFinding {
  return { type, start, end, score, rule, operator };
}

function parseLine(line: string, number: number): z.output<typeof inputLine> {
  try {
    return inputLine.parse(JSON.parse(line));
  } catch (error) {
    throw new AppError('ERR_USAGE', `Line ${number} is not a JSON object with a "text".`, {
      status: 400,
      cause: error,
    });
  }
}
