import type { LiteralRule, Span } from '../rule.ts';
import { isPlaceholder } from './placeholder-value.ts';
import { escapePattern, type TokenBody } from './token-body.ts';
import { isLetterOrDigit } from './vendor-token.ts';

export interface InfixToken {
  readonly id: string;
  readonly type: string;
  readonly vendor: string;
  /** Any of these stands inside the token. */
  readonly marks: readonly [string, ...string[]];
  /** What stands before the mark; its length is fixed. */
  readonly before: TokenBody;
  readonly after: TokenBody;
}

/** A rule for tokens whose mark of the vendor stands inside of them, at a fixed distance from their start. */
export function infixToken({ id, type, vendor, marks, before, after }: InfixToken): LiteralRule {
  const shape = new RegExp(`^${before.source}$`);
  const count = before.sample.length;
  const whole = before.sample + marks[0] + after.sample;
  return {
    id,
    type,
    kind: 'literal',
    locale: vendor,
    validator: 'mark of the vendor inside, alphabet, length',
    score: 0.95,
    literals: marks,
    pattern: new RegExp(`(?:${marks.map(escapePattern).join('|')})${after.source}`, 'y'),
    accept: (match, text) => widenBack(match, text, count, shape),
    tests: {
      found: [`key: ⟦${whole}⟧`, `密钥是⟦${whole}⟧。`],
      ignored: [`key: ${whole.slice(1)}`, `key: ${before.sample}${marks[0]}${after.tooShort}`, `a${whole}`],
    },
  };
}

function widenBack(match: RegExpExecArray, text: string, count: number, shape: RegExp): Span | undefined {
  const start = match.index - count;
  const end = match.index + match[0].length;
  if (start < 0 || isLetterOrDigit(text.charCodeAt(end)) || isLetterOrDigit(text.charCodeAt(start - 1))) {
    return undefined;
  }
  const head = text.slice(start, match.index);
  return shape.test(head) && !isPlaceholder(head) ? { start, end } : undefined;
}
