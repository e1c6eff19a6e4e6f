import type { LiteralRule, Span } from '../rule.ts';
import { escapePattern, type TokenBody } from './token-body.ts';
import { isPlaceholder } from './placeholder-value.ts';

/** Id of the rule, whose format it is, the mark or marks that a token begins with, and what follows them. */
export type TokenRow = readonly [id: string, vendor: string, mark: string | Marks, body: TokenBody];

type Marks = readonly [string, ...string[]];

/**
 * One rule for each documented format of a token that begins with a mark of its vendor. Formats are those of the
 * vendors' documentation; where it gives no length, the shortest and longest that are in use bound it.
 */
export function vendorTokens(type: string, rows: readonly TokenRow[]): readonly LiteralRule[] {
  return rows.map(([id, vendor, written, body]) =>
    toRule(type, id, vendor, typeof written === 'string' ? [written] : written, body),
  );
}

function toRule(type: string, id: string, vendor: string, marks: Marks, body: TokenBody): LiteralRule {
  const [mark] = marks;
  return {
    id,
    type,
    kind: 'literal',
    locale: vendor,
    validator: 'mark of the vendor, alphabet, length',
    score: 0.95,
    literals: marks,
    pattern: new RegExp(`(?:${marks.map(escapePattern).join('|')})${body.source}`, 'y'),
    accept: (match, text) => tokenFound(match, text, mark.length),
    tests: {
      found: [`export KEY=⟦${mark}${body.sample}⟧`, `请更换令牌⟦${mark}${body.sample}⟧，谢谢。`],
      ignored: [`key ${mark}${body.tooShort}`, `z${mark}${body.sample}`, `${mark}<your key>`],
    },
  };
}

/** The whole match, when nothing continues it on either side and what follows the mark is no placeholder. */
export function tokenFound(match: RegExpExecArray, text: string, markLength = 0): Span | undefined {
  const start = match.index;
  const end = start + match[0].length;
  if (!beginsToken(text, start) || isLetterOrDigit(text.charCodeAt(end))) return undefined;
  return isPlaceholder(match[0].slice(markLength)) ? undefined : { start, end };
}

/** Whether no word goes on at `start`. The letter of an escape such as `\n` in a quoted text does not. */
export function beginsToken(text: string, start: number): boolean {
  const unit = text.charCodeAt(start - 1);
  if (!isLetterOrDigit(unit) && unit !== 0x5f) return true;
  return text.charAt(start - 2) === '\\' && /[nrt]/.test(text.charAt(start - 1));
}

export function isLetterOrDigit(unit: number): boolean {
  const letter = unit | 0x20;
  return (letter >= 0x61 && letter <= 0x7a && unit < 0x80) || (unit >= 0x30 && unit <= 0x39);
}
