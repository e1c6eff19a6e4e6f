import type { LiteralRule, RuleTests, Span } from '../rule.ts';
import { isSecretValue } from './secret-judgement.ts';

/** Id of the rule, strings that begin the text around a password, the whole of it with the password as its first group, tests. */
export type GroupRow = readonly [
  id: string,
  vendor: string,
  literals: readonly [string, ...string[]],
  pattern: RegExp,
  tests: RuleTests,
];

/** Rules for passwords that stand at a known place of a call or a command. */
export function passwordGroups(rows: readonly GroupRow[]): readonly LiteralRule[] {
  return rows.map(([id, vendor, literals, pattern, tests]) => ({
    id,
    type: 'PASSWORD',
    kind: 'literal',
    locale: vendor,
    validator: 'place in a call or command, no variable or template',
    score: 0.85,
    literals,
    pattern,
    accept: passwordFound,
    tests,
  }));
}

/** The first group, which is the last part of the match but for a quote. */
function passwordFound(match: RegExpExecArray): Span | undefined {
  const value = match[1];
  if (value === undefined || !isSecretValue({ value, quoted: true, configured: true }, 'password'))
    return undefined;
  const start = match.index + match[0].lastIndexOf(value);
  return { start, end: start + value.length };
}
